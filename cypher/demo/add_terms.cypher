// Make the terms of commitments that are not there yet.
// $terms: list of map — id, commitment_id, properties with on, none_agreed, set_on, reason, told_on
UNWIND $terms AS each
MATCH (commitment:Commitment {id: each.commitment_id})
MERGE (term:Term {id: each.id})
  ON CREATE SET term += each.properties
MERGE (commitment)-[:DUE]->(term)
