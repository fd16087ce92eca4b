// Take the name of a person from what they did with bridges; what was done stays.
// $ids: list of string — the person, and who was merged into it
MATCH (bridge:Bridge)-[:TOOK]->(step:BridgeStep)
WHERE step.by_id IN $ids
WITH bridge, collect(step) AS steps, head(COLLECT {
  MATCH (bridge)-[:TOOK]->(one:BridgeStep {what: 'state'})
  WHERE one.back_at IS NULL
  RETURN one ORDER BY one.at DESC, one.id DESC LIMIT 1
}) AS last
SET bridge.state_by = CASE WHEN last IN steps THEN null ELSE bridge.state_by END
FOREACH (step IN steps | SET step.by = null, step.by_id = null)
WITH bridge, [step IN steps WHERE step.what IN ['yes', 'no'] | step.initiative_id] AS answered
MATCH (bridge)-[side:BETWEEN]->(about:Record)
WHERE about.id IN answered
SET side.answered_by = null
