// Let the clock of a decision run again from a day on.
// $id: string — the decision
// $until: date — the first day that counts again
MATCH (:Decision {id: $id})-[:PAUSED]->(pause:Pause)
WHERE pause.until IS NULL
SET pause.until = $until
