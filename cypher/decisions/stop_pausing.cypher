// End the pause that lasts on the day of a decision, or move the end of the one that it ended before.
// Where nothing tells what ended a pause, the decision did when both are of one day: it was not marked always.
// $id: string — the decision
// $before: date or null — the day on which it was said to be taken before
// $on: date — the day on which it was taken
// $batch: string or null — the import that says so, so that it can be taken back
MATCH (:Decision {id: $id})-[:PAUSED]->(pause:Pause)
WHERE pause.until IS NULL OR pause.until = $before AND coalesce(pause.ended_by_decision, true)
WITH pause, pause.until AS old
WHERE old IS NULL OR old <> $on
SET pause.until = $on, pause.ended_by_decision = true,
    pause.ended_by_batch = CASE WHEN old IS NULL THEN $batch ELSE pause.ended_by_batch END
RETURN pause.since AS since, old AS old
ORDER BY since
