// A record has no property that the model does not know.
// $shapes: map — per kind a list of name, types, choices, required
// $limit: integer — at most this many
MATCH (record:Record)
UNWIND labels(record) AS kind
WITH record, kind, [property IN $shapes[kind] | property.name] AS known
WHERE known IS NOT NULL
UNWIND [name IN keys(record) WHERE NOT name IN known] AS name
RETURN coalesce(record.id, '') AS record_id, kind + '.' + name + ' is unknown' AS what
ORDER BY record_id, what
LIMIT $limit
