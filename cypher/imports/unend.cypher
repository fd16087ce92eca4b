// Let pauses that an import ended last again, or until the decision; one that a later pause stands on is kept as it is.
// $batch: string — the import
MATCH (decision:Decision)-[:PAUSED]->(pause:Pause {ended_by_batch: $batch})
WITH decision, pause, pause.until AS old,
     EXISTS { MATCH (decision)-[:PAUSED]->(other:Pause) WHERE other <> pause AND other.since >= pause.since } AS kept
SET pause.until = CASE WHEN kept THEN pause.until ELSE decision.decided_on END,
    pause.ended_by_batch = CASE WHEN kept THEN $batch END,
    pause.ended_by_decision = CASE WHEN kept THEN pause.ended_by_decision WHEN decision.decided_on IS NOT NULL THEN true END
RETURN decision.id AS id, decision.name AS name, old AS old, pause.until AS until, kept AS kept
ORDER BY id, old
