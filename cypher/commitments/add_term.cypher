// Add a term to a commitment; the terms it had stay.
// $id: string — the commitment
// $term_id: string — the id of the new term
// $properties: map — on, none_agreed, set_on, reason, told_on
MATCH (commitment:Commitment {id: $id})
MERGE (commitment)-[:DUE]->(term:Term {id: $term_id})
  ON CREATE SET term += $properties
