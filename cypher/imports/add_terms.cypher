// Add terms to commitments; the terms they had stay.
// $leaves: list of map — record_id of the commitment, and properties with id, on, none_agreed, set_on, reason, told_on
// $batch: string — the import
UNWIND $leaves AS each
MATCH (commitment:Commitment {id: each.record_id})
CREATE (commitment)-[:DUE]->(term:Term)
SET term = each.properties, term.batch = $batch
