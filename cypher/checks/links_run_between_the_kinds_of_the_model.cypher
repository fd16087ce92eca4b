// Links between records are of a known type and run between the kinds of the model.
// $ways: list of string — kind, type and kind, joined by spaces
// $limit: integer — at most this many
MATCH (start:Record)-[link]->(end:Record)
WITH start, link, end, [kind IN labels(start) WHERE kind <> 'Record'][0] + ' ' + type(link) + ' '
     + [kind IN labels(end) WHERE kind <> 'Record'][0] AS way
WHERE NOT way IN $ways
RETURN start.id AS record_id, way + ' ' + end.id AS what
ORDER BY record_id, what
LIMIT $limit
