// Let the clock of a decision run again from a day on.
// $id: string — the decision
// $until: date — the first day that counts again
// $batch: string or null — the import that says so, so that it can be taken back
MATCH (:Decision {id: $id})-[:PAUSED]->(pause:Pause)
WHERE pause.until IS NULL
SET pause.until = $until, pause.ended_by_batch = $batch
