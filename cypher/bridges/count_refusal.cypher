// A refusal is left out of what is learnt, or counted in again.
// $step_id: string — the refusal
// $counts: boolean — whether it counts
MATCH (bridge:Bridge)-[:TOOK]->(step:BridgeStep {id: $step_id, state: 'refused'})
WHERE step.kinds IS NOT NULL
SET step.counts = $counts
RETURN bridge.id AS bridge_id
