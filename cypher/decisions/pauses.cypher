// The pauses of one decision, the oldest first.
// $id: string — the decision
MATCH (:Decision {id: $id})-[:PAUSED]->(pause:Pause)
RETURN pause.since AS since, pause.until AS until, pause.reason AS reason
ORDER BY since
LIMIT 200
