// The links of one type between two records, to give one of them back the value it had.
// $type: string — the type
// $start_id: string — where they start
// $end_id: string — where they end
MATCH (start:Record {id: $start_id})-[link:$any([$type])]->(end:Record {id: $end_id})
RETURN elementId(link) AS place, properties(link) AS properties, start.name AS start_name,
       [label IN labels(start) WHERE label <> 'Record'][0] AS start_kind, end.name AS end_name
ORDER BY place
