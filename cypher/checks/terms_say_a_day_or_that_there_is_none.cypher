// A term belongs to one commitment and names a day, or says that none was agreed.
// $limit: integer — at most this many
MATCH (term:Term)
WHERE (term.on IS NULL) <> coalesce(term.none_agreed, false)
   OR COUNT { (:Commitment)-[:DUE]->(term) } <> 1
RETURN coalesce(term.id, '') AS record_id, 'the day of the term' AS what
ORDER BY record_id
LIMIT $limit
