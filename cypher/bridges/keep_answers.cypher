// Keep the best bridges of some initiatives.
// $version: string — the version of the graph that they belong to
// $rows: list of map — id of the initiative, best as the score of the first bridge and answer, as bytes
UNWIND $rows AS row
MERGE (kept:KeptBridges {id: row.id})
SET kept.version = $version, kept.best = row.best, kept.answer = row.answer
