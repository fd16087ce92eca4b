// What is left of what an import made: records that were changed or used since.
// $batch: string — the import
// $first: string — no record of the import has an id before this one
// $limit: integer — at most this many
MATCH (record:Record)
WHERE record.id >= $first AND record.batch = $batch
RETURN record.id AS id, [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.name AS name
ORDER BY kind, name, id
LIMIT $limit
