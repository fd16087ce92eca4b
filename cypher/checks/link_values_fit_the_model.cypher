// Every property of a link is known and has the type of the model.
// $link_shapes: map — per type a list of name, types, choices, required
// $limit: integer — at most this many
MATCH (start:Record)-[link]->(end:Record)
WHERE size(keys(link)) > 0
UNWIND [name IN keys(link) WHERE NOT name IN ['since', 'until', 'planned_until', 'batch']] AS name
WITH start, link, end, name, [property IN coalesce($link_shapes[type(link)], []) WHERE property.name = name][0] AS property
WHERE property IS NULL
   OR NOT any(type IN property.types WHERE valueType(link[name]) STARTS WITH type)
   OR (size(property.choices) > 0 AND NOT link[name] IN property.choices)
RETURN start.id AS record_id, type(link) + '.' + name + ' to ' + end.id AS what
ORDER BY record_id, what
LIMIT $limit
