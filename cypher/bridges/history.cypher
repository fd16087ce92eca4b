// What happened to a bridge and was not taken back, newest first.
// $pair: string — both ids, sorted and joined
MATCH (:Bridge {pair: $pair})-[:TOOK]->(step:BridgeStep)
WHERE step.back_at IS NULL
OPTIONAL MATCH (side:Record {id: step.initiative_id})
RETURN step.what AS what, step.state AS state, side.name AS about, step.at AS at, step.by AS by, step.text AS text
ORDER BY at DESC, step.id DESC
