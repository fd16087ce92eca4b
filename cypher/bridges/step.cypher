// A bridge comes into another state, and the step is kept.
// $id: string — the bridge
// $step_id: string — the identity of the step
// $state: string — the new state
// $at: datetime — now
// $by: string — the name of who did it
// $by_id: string or null — the person who did it
// $by_group: boolean — whether it followed from what a group said itself
// $text: string or null — why it ended, or what came of it
// $kinds: list of string or null — the evidence that this step says something about
MATCH (bridge:Bridge {id: $id})
CREATE (bridge)-[:TOOK]->(:BridgeStep {
  id: $step_id, what: 'state', state: $state, at: $at, by: $by, by_id: $by_id,
  by_group: $by_group, text: $text,
  kinds: $kinds
})
SET bridge.state = $state, bridge.state_since = $at, bridge.state_by = $by, bridge.text = $text, bridge.reminded_at = null
