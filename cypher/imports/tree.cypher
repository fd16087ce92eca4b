// The links upwards between records of one kind, also those that are over.
// $kind: string — Goal, Theme or Area
MATCH (record:Record)-[link:PART_OF|NARROWER_THAN]->(other:Record)
WHERE $kind IN labels(record) AND $kind IN labels(other)
RETURN record.id AS start_id, other.id AS end_id, link.until IS NULL AS lasts, link.batch IS NOT NULL AS brought
ORDER BY start_id, end_id, lasts, brought
