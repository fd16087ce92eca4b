// Write when the initiative was told about the last term.
// $id: string — the commitment
// $on: date or null — the day; null takes it back
MATCH (:Commitment {id: $id})-[:DUE]->(term:Term)
WITH term ORDER BY term.set_on DESC, term.id DESC LIMIT 1
SET term.told_on = $on
