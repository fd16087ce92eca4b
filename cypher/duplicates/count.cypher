// How many likely duplicates of each kind wait for somebody to look at them.
MATCH (first:Record)-[:LIKELY_SAME_AS]->(second:Record)
WHERE first.visibility <> 'removed' AND second.visibility <> 'removed'
  AND NOT EXISTS { MATCH (first)-[:NOT_SAME_AS]-(second) }
RETURN [label IN labels(first) WHERE label <> 'Record'][0] AS kind, count(*) AS pairs
ORDER BY kind
