// One record that everybody may see and share; what is for or about a record that is not public is not shared.
// $id: string — the record
// $kinds: list of string — kinds whose pages are shared
MATCH (record:Record {id: $id, visibility: 'published'})
WITH record, [label IN labels(record) WHERE label <> 'Record'][0] AS kind
WHERE kind IN $kinds AND NOT EXISTS { (record)-[:TO|JUDGES]->(end) WHERE end.visibility <> 'published' }
RETURN kind AS kind, record.id AS id, record.name AS name
