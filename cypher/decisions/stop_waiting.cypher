// Stop the clock for every initiative that waits for a decision, or move the day on which it stopped.
// $id: string — the decision
// $before: date or null — the day on which it was said to be taken before
// $on: date — the day on which it was taken
MATCH (:Decision {id: $id})<-[wait:WAITS_FOR]-(initiative:Initiative)
WHERE wait.until IS NULL OR wait.until = $before
WITH initiative, wait, CASE WHEN wait.since > $on THEN wait.since ELSE $on END AS until
WHERE wait.until IS NULL OR wait.until <> until
SET wait.until = until
RETURN DISTINCT initiative.id AS initiative_id
ORDER BY initiative_id
