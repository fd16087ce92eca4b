// Add terms to commitments; the terms they had stay.
// $terms: list of map — commitment_id, and properties with id, on, none_agreed, set_on, reason, told_on
// $batch: string — the import
UNWIND $terms AS each
MATCH (commitment:Commitment {id: each.commitment_id})
CREATE (commitment)-[:DUE]->(term:Term)
SET term = each.properties, term.batch = $batch
