// Every property has the type of the model, closed sets hold only their members, and what is required is there.
// $shapes: map — per kind a list of name, types, choices, required
// $limit: integer — at most this many
MATCH (record:Record)
UNWIND labels(record) AS kind
UNWIND coalesce($shapes[kind], []) AS property
WITH record, kind, property, record[property.name] AS value
WHERE (value IS NULL AND property.required)
   OR (value IS NOT NULL AND NOT any(type IN property.types WHERE valueType(value) STARTS WITH type))
   OR (value IS NOT NULL AND size(property.choices) > 0 AND NOT value IN property.choices)
RETURN coalesce(record.id, '') AS record_id, kind + '.' + property.name + ' is missing or wrong' AS what
ORDER BY record_id, what
LIMIT $limit
