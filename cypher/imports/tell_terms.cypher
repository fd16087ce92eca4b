// The initiatives were told of these terms on these days.
// $filled: list of map — id of the term, and on: the day
// $batch: string — the import
UNWIND $filled AS each
MATCH (term:Term {id: each.id})
SET term.told_on = each.on, term.told_by_batch = $batch
