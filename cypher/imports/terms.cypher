// The terms of some commitments.
// $ids: list of string — the commitments
UNWIND $ids AS id
MATCH (:Commitment {id: id})-[:DUE]->(term:Term)
RETURN id AS commitment_id, term.id AS term_id, properties(term) AS properties
ORDER BY commitment_id, term_id
