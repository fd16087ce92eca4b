// A bridge comes into another state.
// $id: string — the bridge
// $state: string — the new state
// $at: datetime — now
// $by: string — the name of who did it
// $text: string or null — what was asked, or why it was refused
MATCH (bridge:Bridge {id: $id})
SET bridge.state = $state, bridge.state_since = $at, bridge.state_by = $by, bridge.text = $text
