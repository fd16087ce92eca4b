// Records by their ids, those that the reader may see.
// $ids: list of string — the records
// $visible: list of string — visibilities the reader may see
UNWIND $ids AS id
MATCH (record:Record {id: id})
WHERE record.visibility IN $visible
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.id AS id, record.name AS name
ORDER BY toLower(name), id
