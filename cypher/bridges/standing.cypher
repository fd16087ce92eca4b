// The bridge between two, when somebody did something with it.
// $pair: string — both ids, sorted and joined
MATCH (bridge:Bridge {pair: $pair})
WITH bridge, COLLECT {
         MATCH (bridge)-[:TOOK]->(step:BridgeStep {what: 'state'}) WHERE step.back_at IS NULL
         RETURN step ORDER BY step.at DESC, step.id DESC LIMIT 1 }[0] AS last
RETURN bridge.id AS id, bridge.state AS state, bridge.state_since AS since, bridge.state_by AS by, bridge.text AS text,
       bridge.wish AS wish, bridge.reminded_at AS reminded_at,
       last.id AS step_id, last.by_id AS by_id
