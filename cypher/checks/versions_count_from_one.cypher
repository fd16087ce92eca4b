// A version counts from 1, and a record does not change before it was made.
// $limit: integer — at most this many
MATCH (record:Record)
WHERE record.version < 1 OR record.updated_at < record.created_at
RETURN coalesce(record.id, '') AS record_id, 'version ' + toString(record.version) AS what
ORDER BY record_id
LIMIT $limit
