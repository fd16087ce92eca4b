// A record as it is now, held so that nobody else changes it before this transaction ends.
// $id: string — the record
MATCH (record:Record {id: $id})
WHERE record.visibility <> 'removed'
SET record.version = record.version
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.version AS version,
       properties(record) AS properties
