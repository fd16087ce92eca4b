// Let every initiative that stopped waiting on the day of a decision wait again.
// $id: string — the decision
// $on: date — the day on which it was said to be taken
MATCH (:Decision {id: $id})<-[wait:WAITS_FOR]-(initiative:Initiative)
WHERE wait.until = $on OR wait.until = wait.since AND wait.since > $on
SET wait.until = null
RETURN DISTINCT initiative.id AS initiative_id
ORDER BY initiative_id
