// How many records nobody keeps.
// $visible: list of string — visibilities the reader may see
// $kinds: list of string — the kinds asked for
// $on: date — today
// $from: date or null — only what is to be looked at on this day or later
// $before: date or null — only what is to be looked at before this day
// $periods: map — after how many days a kind is looked at again
// $period: integer — the same for the other kinds
// $zone: string — the time zone in which days begin
// $limit: integer — count no further
MATCH (record:Record)
WHERE record.visibility IN $visible AND (record.until IS NULL OR record.until > $on) AND record.merged_into IS NULL
  AND any(label IN labels(record) WHERE label IN $kinds)
  AND NOT EXISTS { MATCH (record)<-[keeps:KEEPS]-(:Person) WHERE keeps.until IS NULL }
WITH [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record
WITH coalesce(record.review_on, date(datetime({datetime: record.created_at, timezone: $zone})) + duration({days: coalesce($periods[kind], $period)})) AS review_on
WHERE ($from IS NULL OR review_on >= $from) AND ($before IS NULL OR review_on < $before)
WITH review_on LIMIT $limit
RETURN count(*) AS total
