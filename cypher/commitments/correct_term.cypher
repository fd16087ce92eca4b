// Put right a term that was written down wrong; the day that it never was is kept, for a sheet that still names it.
// $id: string — the commitment
// $term_id: string — the term
// $properties: map — on, none_agreed, set_on; null takes away
// $mistaken: list of string — the day that stood there, as the audit trail writes it; empty when that was right
MATCH (:Commitment {id: $id})-[:DUE]->(term:Term {id: $term_id})
SET term += $properties, term.mistaken = coalesce(term.mistaken, []) + $mistaken
