// The records that a question names.
// $ids: list of string — the records
// $visible: list of string — visibilities the reader may see
MATCH (record:Record)
WHERE record.id IN $ids AND record.visibility IN $visible
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.id AS id, record.name AS name
ORDER BY id
