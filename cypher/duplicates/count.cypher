// How many likely duplicates wait for somebody to look at them.
MATCH (first:Record)-[:LIKELY_SAME_AS]->(second:Record)
WHERE first.visibility <> 'removed' AND second.visibility <> 'removed'
  AND NOT EXISTS { MATCH (first)-[:NOT_SAME_AS]-(second) }
RETURN count(*) AS count
