// End every current link of a record, of the types that can end, those that were to end later too.
// $id: string — the record
// $types: list of string — types from the closed set of graph.model
// $on: date — the first day on which they no longer hold; a link that began later ends as it begins
// $today: date — what ended by then stays as it was: that is history
MATCH (record:Record {id: $id})
MATCH (record)-[link:$any($types)]-(:Record)
WHERE coalesce(link.until > $today AND link.since < link.until, true)
SET link.planned_until = link.until
SET link.until = CASE WHEN link.since > $on THEN link.since ELSE $on END
RETURN startNode(link).id AS start_id, type(link) AS type, endNode(link).id AS end_id
ORDER BY type, start_id, end_id
