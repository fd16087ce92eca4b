// Every public page of a record, the newest first.
// $kind: string — one kind of record
// $limit: integer — how many
MATCH (record:Record {visibility: 'published'})
WHERE $kind IN labels(record)
RETURN $kind AS kind, record.id AS id, record.updated_at AS updated_at
ORDER BY updated_at DESC, id
LIMIT $limit
