// One answer is taken back, with the step that followed from it; what that side said before, and the other side, holds.
// $id: string — the bridge
// $line_id: string — the line of the answer
// $at: datetime — now
MATCH (bridge:Bridge {id: $id})-[:TOOK]->(line:BridgeStep {id: $line_id})
MATCH (bridge)-[side:BETWEEN]->(:Record {id: line.initiative_id})
WITH bridge, line, side, bridge.state <> 'asked' AS went_on, COLLECT {
    MATCH (bridge)-[:TOOK]->(step:BridgeStep {what: 'state'})
    WHERE step.back_at IS NULL
    RETURN step ORDER BY step.at DESC, step.id DESC LIMIT 2
  } AS steps, COLLECT {
    MATCH (bridge)-[:TOOK]->(said:BridgeStep {initiative_id: line.initiative_id})
    WHERE said <> line AND said.what IN ['yes', 'no'] AND said.back_at IS NULL
    RETURN said ORDER BY said.at DESC, said.id DESC LIMIT 1
  }[0] AS earlier, COLLECT {
    MATCH (bridge)-[:TOOK]->(reminder:BridgeStep {what: 'reminded', state: 'asked'})
    RETURN reminder.at ORDER BY reminder.at DESC LIMIT 1
  }[0] AS reminded_at
SET line.back_at = $at, side.answer = earlier.what, side.answered_at = earlier.at, side.answered_by = earlier.by
FOREACH (step IN CASE WHEN went_on THEN steps[..1] ELSE [] END | SET step.back_at = $at)
FOREACH (step IN CASE WHEN went_on THEN steps[1..] ELSE [] END |
  SET bridge.state = step.state, bridge.state_since = step.at, bridge.state_by = step.by, bridge.text = step.text,
      bridge.reminded_at = reminded_at)
RETURN bridge.state AS state, earlier.what AS answer
