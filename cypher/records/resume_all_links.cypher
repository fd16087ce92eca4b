// Take up again the links of a record that ended on one day.
// $id: string — the record
// $types: list of string — types from the closed set of graph.model
// $on: date — the day on which they ended
MATCH (record:Record {id: $id})
MATCH (record)-[link:$any($types)]-(other:Record)
WHERE link.until = $on AND other.visibility <> 'removed' AND other.until IS NULL
SET link.until = null
RETURN startNode(link).id AS start_id, type(link) AS type, endNode(link).id AS end_id
ORDER BY type, start_id, end_id
