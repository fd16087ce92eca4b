// Two areas border each other in one link, and no area borders itself.
// $limit: integer — at most this many
MATCH (one:Area)-[border:BORDERS]->(other:Area)
WHERE border.until IS NULL
  AND (one = other OR EXISTS { MATCH (other)-[back:BORDERS]->(one) WHERE back.until IS NULL })
RETURN one.id AS record_id, 'BORDERS ' + other.id AS what
ORDER BY record_id, what
LIMIT $limit
