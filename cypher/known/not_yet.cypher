// What was not there yet on a day: every day that the record or one of its links names lies after it.
// $kind: string — the kind of record
// $on: date — the day
MATCH (record:Initiative|Organisation)
WHERE $kind IN labels(record) AND coalesce(record.started_on > $on, true)
  AND NOT EXISTS {
    (record)-[link:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN|INITIATES|PARTNERS_IN|CONTACT_FOR|HANDLED_BY]-()
    WHERE link.since <= $on }
  AND (record.started_on IS NOT NULL OR EXISTS {
    (record)-[link:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN|INITIATES|PARTNERS_IN|CONTACT_FOR|HANDLED_BY]-()
    WHERE link.since > $on })
WITH record ORDER BY record.id
RETURN collect(record.id) AS ids
