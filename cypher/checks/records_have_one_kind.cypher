// Every record is of exactly one kind that the model knows.
// $kinds: list of string — the kinds of graph.model
// $limit: integer — at most this many
MATCH (record:Record)
WITH record, [label IN labels(record) WHERE label <> 'Record'] AS kinds
WHERE size(kinds) <> 1 OR NOT kinds[0] IN $kinds
RETURN coalesce(record.id, '') AS record_id, 'kinds: ' + reduce(said = '', each IN kinds | said + each + ' ') AS what
ORDER BY record_id
LIMIT $limit
