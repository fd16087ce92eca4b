// The current links of one record, of some types.
// $id: string — the record
// $types: list of string — types from the closed set of graph.model
MATCH (record:Record {id: $id})
MATCH (record)-[link:$any($types)]-(other:Record)
WHERE link.until IS NULL
RETURN type(link) AS link, startNode(link) = record AS outgoing, other.id AS other_id, other.name AS other_name,
       [label IN labels(other) WHERE label <> 'Record'][0] AS other_kind, properties(link) AS properties
ORDER BY link, other_name, other_id
