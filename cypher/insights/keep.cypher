// What the network told on a day is kept: counts, and ids of what they were of; nobody's name.
// $id: string — its identity
// $names: list of string — what was counted
// $counts: list of integer — how many, in the same order
// $lists: list of string — what was counted, a space, and the id of one, or two ids with a bar between
// $at: datetime — now
// $by: string — the name of who kept it
MERGE (kept:Insights {id: $id})
SET kept.names = $names, kept.counts = $counts, kept.lists = $lists, kept.kept_at = $at, kept.kept_by = $by
