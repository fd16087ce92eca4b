// The last step of a bridge is taken back: with the question both answers to it, else only the no that led to the step.
// $id: string — the bridge
// $at: datetime — now
MATCH (bridge:Bridge {id: $id})
WITH bridge, COLLECT {
  MATCH (bridge)-[:TOOK]->(step:BridgeStep {what: 'state'})
  WHERE step.back_at IS NULL
  RETURN step ORDER BY step.at DESC, step.id DESC
} AS steps
WITH bridge, steps[0] AS last, steps[1] AS before
WITH bridge, last, before, coalesce(before.state, 'suggested') AS state
FOREACH (step IN CASE WHEN last IS NULL THEN [] ELSE [last] END | SET step.back_at = $at)
SET bridge.state = state, bridge.state_since = before.at, bridge.state_by = before.by, bridge.text = before.text,
    bridge.reminded_at = null
WITH bridge, state, last.state = 'asked' AS both
// The own no of a group is always the last answer: nobody is asked any more after it.
CALL (bridge, both) {
  MATCH (bridge)-[side:BETWEEN]->(party)
  WHERE both OR side.answer = 'no'
  REMOVE side.answer, side.answered_at, side.answered_by
  WITH bridge, both, party
  MATCH (bridge)-[:TOOK]->(said:BridgeStep)
  WHERE said.what IN ['yes', 'no'] AND said.back_at IS NULL
    AND (both OR said.what = 'no' OR said.initiative_id = party.id)
  SET said.back_at = $at
}
RETURN state AS state
