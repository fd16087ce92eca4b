// The pauses of some decisions, of two that begin on one day the one that lasts longer last.
// $ids: list of string — the decisions
UNWIND $ids AS id
MATCH (:Decision {id: id})-[:PAUSED]->(pause:Pause)
RETURN id AS record_id, pause.id AS id, properties(pause) AS properties
ORDER BY record_id, pause.since, pause.until
