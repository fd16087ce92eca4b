// The properties of one record that has not been removed.
// $id: string — the record
// $visible: list of string — visibilities the reader may see
MATCH (record:Record {id: $id})
WHERE record.visibility IN $visible
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.version AS version,
       properties(record) AS properties
