// Every link of a person, past ones too, with what stands at the other end; of who was merged in what did not go along.
// $id: string — the person
// $ids: list of string — the person, and who was merged into it
// $limit: integer — at most this many
MATCH (person:Person)-[link]-(other:Record)
WHERE person.id IN $ids AND (person.id = $id OR NOT EXISTS {
  MATCH (:Person {id: $id})-[same]-(other)
  WHERE type(same) = type(link) AND (startNode(same) = other) = (startNode(link) = other)
    AND all(key IN keys(link) WHERE key = 'until' OR same[key] = link[key]) })
RETURN type(link) AS type, startNode(link) = person AS outgoing,
       [label IN labels(other) WHERE label <> 'Record'][0] AS other_kind, other.id AS other_id, other.name AS other_name,
       link.since AS since, link.until AS until, properties(link) AS properties,
       CASE WHEN type(link) = 'ABOUT' THEN properties(other) END AS told
ORDER BY type, since, other_name, other_id
LIMIT $limit
