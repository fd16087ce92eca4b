// The terms of some commitments.
// $ids: list of string — the commitments
UNWIND $ids AS id
MATCH (:Commitment {id: id})-[:DUE]->(term:Term)
RETURN id AS record_id, term.id AS id, properties(term) AS properties
ORDER BY record_id, id
