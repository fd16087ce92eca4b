// One page of the likely duplicates.
// $kind: string or null — the kind of record
// $order: string — likeliest or name
// $skip: integer — pairs before this page
// $limit: integer — at most this many
MATCH (first:Record)-[link:LIKELY_SAME_AS]->(second:Record)
WHERE first.visibility <> 'removed' AND second.visibility <> 'removed'
  AND NOT EXISTS { MATCH (first)-[:NOT_SAME_AS]-(second) }
  AND ($kind IS NULL OR $kind IN labels(first))
RETURN first.id AS first_id, first.name AS first_name, second.id AS second_id, second.name AS second_name,
       [label IN labels(first) WHERE label <> 'Record'][0] AS kind, link.score AS score
ORDER BY CASE WHEN $order = 'likeliest' THEN score END DESC, toLower(first_name), toLower(second_name),
         first_id, second_id
SKIP $skip
LIMIT $limit
