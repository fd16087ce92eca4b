// Every link of a person, past ones too, with what stands at the other end.
// $id: string — the person
// $limit: integer — at most this many
MATCH (person:Person {id: $id})-[link]-(other:Record)
RETURN type(link) AS type, startNode(link) = person AS outgoing,
       [label IN labels(other) WHERE label <> 'Record'][0] AS other_kind, other.id AS other_id, other.name AS other_name,
       link.since AS since, link.until AS until, properties(link) AS properties,
       CASE WHEN type(link) = 'ABOUT' THEN properties(other) END AS told
ORDER BY type, since, other_name, other_id
LIMIT $limit
