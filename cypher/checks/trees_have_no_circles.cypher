// Nothing is part of itself, also not by way of what is part of it.
// $limit: integer — at most this many
MATCH (record:Record)-[:PART_OF|NARROWER_THAN]->()
WITH DISTINCT record
WHERE EXISTS {
  MATCH (record)(()-[up:PART_OF|NARROWER_THAN WHERE up.until IS NULL]->()){1,50}(record)
}
RETURN record.id AS record_id, 'it is part of itself' AS what
ORDER BY record_id
LIMIT $limit
