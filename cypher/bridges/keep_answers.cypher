// Keep the best bridges of some initiatives.
// $version: string — the version of the graph that they belong to
// $rows: list of map — id of the initiative and answer, as bytes
UNWIND $rows AS row
MERGE (kept:KeptBridges {id: row.id})
SET kept.version = $version, kept.answer = row.answer
