// What the network told on a day is kept: counts only, nobody's name.
// $id: string — its identity
// $names: list of string — what was counted
// $counts: list of integer — how many, in the same order
// $at: datetime — now
// $by: string — the name of who kept it
MERGE (kept:Insights {id: $id})
SET kept.names = $names, kept.counts = $counts, kept.kept_at = $at, kept.kept_by = $by
