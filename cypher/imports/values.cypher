// Records as they are now, held so that nobody changes them before this transaction ends.
// $ids: list of string — the records, in order so that locks are taken alike
UNWIND $ids AS id
MATCH (record:Record {id: id})
SET record.version = record.version
RETURN record.id AS id, elementId(record) AS place, record.name AS name,
       [label IN labels(record) WHERE label <> 'Record'][0] AS kind, properties(record) AS properties
ORDER BY id
