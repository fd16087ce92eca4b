// The last step of a bridge is taken back; what was answered is asked anew where it led to that step.
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
WITH bridge, state
CALL (bridge, state) {
  WITH bridge, state WHERE state IN ['suggested', 'asked']
  MATCH (bridge)-[side:BETWEEN]->()
  REMOVE side.answer, side.answered_at, side.answered_by
}
CALL (bridge, state) {
  WITH bridge, state WHERE state IN ['suggested', 'asked']
  MATCH (bridge)-[:TOOK]->(said:BridgeStep)
  WHERE said.what IN ['yes', 'no'] AND said.back_at IS NULL
  SET said.back_at = $at
}
RETURN state AS state
