// One record that everybody may see and share.
// $id: string — the record
// $kinds: list of string — kinds whose pages are shared
MATCH (record:Record {id: $id, visibility: 'published'})
WITH record, [label IN labels(record) WHERE label <> 'Record'][0] AS kind
WHERE kind IN $kinds
RETURN kind AS kind, record.id AS id, record.name AS name
