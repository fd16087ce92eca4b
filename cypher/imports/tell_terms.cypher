// The initiatives were told of these terms on these days.
// $told: list of map — id of the term, and on
// $batch: string — the import
UNWIND $told AS each
MATCH (term:Term {id: each.id})
SET term.told_on = each.on, term.told_by_batch = $batch
