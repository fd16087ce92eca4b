// What was merged into another record leads to one that exists.
// $limit: integer — at most this many
MATCH (record:Record)
WHERE record.merged_into IS NOT NULL
OPTIONAL MATCH (survivor:Record {id: record.merged_into})
WITH record, survivor
WHERE survivor IS NULL OR survivor = record
RETURN record.id AS record_id, 'merged into ' + record.merged_into AS what
ORDER BY record_id
LIMIT $limit
