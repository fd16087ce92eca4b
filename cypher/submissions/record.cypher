// A record by name, when the reader may see it.
// $id: string — the record
// $visible: list of string — visibilities the reader may see
MATCH (record:Record {id: $id})
WHERE record.visibility IN $visible
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.id AS id, record.name AS name
