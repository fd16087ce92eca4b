// The pairs of one kind that people said are not the same.
// $kind: string — Organisation or Initiative
MATCH (first:Record)-[:NOT_SAME_AS]->(second:Record)
WHERE $kind IN labels(first)
RETURN first.id AS first_id, second.id AS second_id
ORDER BY first_id, second_id
