// Let the clock of a decision run again from a day on, because somebody says so and not because it was taken.
// $id: string — the decision
// $until: date — the first day that counts again
MATCH (:Decision {id: $id})-[:PAUSED]->(pause:Pause)
WHERE pause.until IS NULL
SET pause.until = $until, pause.ended_by_decision = false, pause.ended_by_batch = null
