// How many records of each kind, keeper (who keeps it longest) and moment of review are kept.
// $visible: list of string — visibilities the reader may see
// $kinds: list of string — the kinds that can have a keeper
// $on: date — today
// $soon: date — the last day that is soon
// $periods: map — after how many days a kind is looked at again
// $period: integer — the same for the other kinds
// $zone: string — the time zone in which days begin
MATCH (:Person)-[kept:KEEPS]->(record:Record)
WHERE kept.until IS NULL AND record.visibility IN $visible AND (record.until IS NULL OR record.until > $on)
  AND record.merged_into IS NULL AND any(label IN labels(record) WHERE label IN $kinds)
WITH DISTINCT record, [label IN labels(record) WHERE label <> 'Record'][0] AS kind
CALL (record) {
  OPTIONAL MATCH (record)<-[keeps:KEEPS]-(person:Person)
  WHERE keeps.until IS NULL AND person.visibility IN $visible
  RETURN person ORDER BY keeps.since, person.id LIMIT 1
}
WITH kind, person,
     coalesce(record.review_on, date(datetime({datetime: record.created_at, timezone: $zone})) + duration({days: coalesce($periods[kind], $period)})) AS review_on
RETURN kind AS kind,
       CASE WHEN person IS NOT NULL THEN {kind: 'Person', id: person.id, name: person.name} END AS keeper,
       CASE WHEN review_on < $on THEN 'overdue' WHEN review_on <= $soon THEN 'soon' ELSE 'later' END AS when,
       count(*) AS records
ORDER BY kind, keeper.id, when
