// Let a pause that ended on the day of a decision last again.
// $id: string — the decision
// $on: date — the day on which it was said to be taken
MATCH (:Decision {id: $id})-[:PAUSED]->(pause:Pause)
WHERE pause.until = $on
SET pause.until = null
RETURN pause.since AS since
