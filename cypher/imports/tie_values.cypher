// The links of one type between two records, to give one of them back the value it had.
// $type: string — the type
// $start_id: string — where they start
// $end_id: string — where they end
MATCH (start:Record {id: $start_id})-[link:$any([$type])]->(end:Record {id: $end_id})
RETURN elementId(link) AS place, properties(link) AS properties
ORDER BY place
