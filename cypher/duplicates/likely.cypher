// The likely duplicates, the likeliest first.
// $skip: integer — pairs before this page
// $limit: integer — at most this many
MATCH (first:Record)-[link:LIKELY_SAME_AS]->(second:Record)
WHERE first.visibility <> 'removed' AND second.visibility <> 'removed'
  AND NOT EXISTS { MATCH (first)-[:NOT_SAME_AS]-(second) }
RETURN first.id AS first_id, first.name AS first_name, second.id AS second_id, second.name AS second_name,
       [label IN labels(first) WHERE label <> 'Record'][0] AS kind, link.score AS score
ORDER BY score DESC, first_name, first_id, second_id
SKIP $skip
LIMIT $limit
