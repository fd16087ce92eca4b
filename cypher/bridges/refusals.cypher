// Refusals of bridges because their subject differs too much, newest first.
// $visible: list of string — visibilities the reader may see
// $limit: integer — at most this many
MATCH (bridge:Bridge)-[:TOOK]->(step:BridgeStep {state: 'refused'})
WHERE step.kinds IS NOT NULL AND step.back_at IS NULL
MATCH (bridge)-[:BETWEEN]->(first:Initiative)
MATCH (bridge)-[:BETWEEN]->(second:Initiative|Organisation)
WHERE (second:Organisation OR first.id < second.id) AND first.visibility IN $visible AND second.visibility IN $visible
RETURN step.id AS id, first.id AS first_id, first.name AS first, second.id AS second_id, second.name AS second,
       step.kinds AS kinds, step.at AS at, step.by AS by, coalesce(step.counts, true) AS counts
ORDER BY at DESC, id
LIMIT $limit
