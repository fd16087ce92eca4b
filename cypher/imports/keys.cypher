// The source keys in one namespace, in no order: they are only looked up.
// $beginning: string — the namespace and a colon
// $limit: integer — at most this many
MATCH (record:Record)
WHERE record.source_key STARTS WITH $beginning
WITH record.source_key AS key
LIMIT $limit
RETURN collect(key) AS keys
