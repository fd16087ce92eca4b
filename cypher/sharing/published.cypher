// One record that everybody may see and share; what is for or about a record that is not public is not shared.
// $id: string — the record
// $kinds: list of string — kinds whose pages are shared
// $on: date — the day
MATCH (record:Record {id: $id, visibility: 'published'})
WITH record, [label IN labels(record) WHERE label <> 'Record'][0] AS kind
WHERE kind IN $kinds AND NOT EXISTS {
  (record)-[tie:TO|JUDGES WHERE NOT coalesce(tie.until <= $on, false)]->(end)
  WHERE end.visibility <> 'published' AND end.merged_into IS NULL }
RETURN kind AS kind, record.id AS id, record.name AS name
