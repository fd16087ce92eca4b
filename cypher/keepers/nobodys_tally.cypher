// How many records of each kind and moment of review nobody keeps.
// $visible: list of string — visibilities the reader may see
// $kinds: list of string — the kinds that can have a keeper
// $on: date — today
// $soon: date — the last day that is soon
// $periods: map — after how many days a kind is looked at again
// $period: integer — the same for the other kinds
// $zone: string — the time zone in which days begin
MATCH (record:Record)
WHERE record.visibility IN $visible AND (record.until IS NULL OR record.until > $on) AND record.merged_into IS NULL
  AND any(label IN labels(record) WHERE label IN $kinds)
  AND NOT EXISTS { MATCH (record)<-[keeps:KEEPS]-(:Person) WHERE keeps.until IS NULL }
WITH record, [label IN labels(record) WHERE label <> 'Record'][0] AS kind
WITH kind,
     coalesce(record.review_on, date(datetime({datetime: record.created_at, timezone: $zone})) + duration({days: coalesce($periods[kind], $period)})) AS review_on
RETURN kind AS kind, null AS keeper,
       CASE WHEN review_on < $on THEN 'overdue' WHEN review_on <= $soon THEN 'soon' ELSE 'later' END AS when,
       count(*) AS records
ORDER BY kind, when
