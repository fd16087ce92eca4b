// A commitment is kept, and every term of it ends, on the day it was made or later.
// $limit: integer — at most this many
MATCH (commitment:Commitment)
WHERE commitment.kept_on < commitment.made_on
   OR EXISTS { MATCH (commitment)-[:DUE]->(term:Term) WHERE term.on < commitment.made_on }
RETURN commitment.id AS record_id, 'the day it was made' AS what
ORDER BY record_id
LIMIT $limit
