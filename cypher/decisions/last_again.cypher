// Let the pause that a decision ended last again; one that somebody ended on that day stays as it is.
// $id: string — the decision
// $on: date — the day on which it was said to be taken
MATCH (:Decision {id: $id})-[:PAUSED]->(pause:Pause)
WHERE pause.until = $on AND coalesce(pause.ended_by_decision, true)
SET pause.until = null, pause.ended_by_decision = null
RETURN pause.since AS since
