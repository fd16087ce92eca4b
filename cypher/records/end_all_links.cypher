// End every current link of a record, of the types that can end; a link that began later ends as it begins.
// $id: string — the record
// $types: list of string — types from the closed set of graph.model
// $on: date — the first day on which they no longer hold
MATCH (record:Record {id: $id})
MATCH (record)-[link:$any($types)]-(:Record)
WHERE link.until IS NULL
SET link.until = CASE WHEN link.since > $on THEN link.since ELSE $on END
RETURN startNode(link).id AS start_id, type(link) AS type, endNode(link).id AS end_id
ORDER BY type, start_id, end_id
