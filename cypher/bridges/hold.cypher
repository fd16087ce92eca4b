// The bridge between two initiatives, or one and an organisation, made when there is none, and held until the transaction ends.
// $id: string — its identity when it is new
// $pair: string — both ids, sorted and joined
// $first: string — the side whose id comes first
// $second: string — the other side
// $at: datetime — now
// $visible: list of string — the visibilities the actor may see
// $make: boolean — whether it is made when there is none, unless a side stopped or ended
// $on: date — today
MATCH (first:Record {id: $first})
MATCH (second:Record {id: $second})
WHERE first <> second AND (first:Initiative OR second:Initiative)
  AND all(side IN [first, second] WHERE side:Initiative OR side:Organisation)
  AND first.visibility IN $visible AND second.visibility IN $visible
  AND ($make AND all(side IN [first, second]
      WHERE (side.until IS NULL OR side.until > $on) AND coalesce(side.status, '') <> 'stopped')
    // A bridge that was only suggested begins anew with the question.
    OR EXISTS { (there:Bridge {pair: $pair}) WHERE NOT $make OR there.state <> 'suggested' })
MERGE (bridge:Bridge {pair: $pair})
  ON CREATE SET bridge.id = $id, bridge.state = 'suggested', bridge.created_at = $at
SET bridge.held_at = $at
MERGE (bridge)-[:BETWEEN]->(first)
MERGE (bridge)-[:BETWEEN]->(second)
WITH bridge, COLLECT {
         MATCH (bridge)-[:TOOK]->(step:BridgeStep {what: 'state'}) WHERE step.back_at IS NULL
         RETURN step ORDER BY step.at DESC, step.id DESC LIMIT 1 }[0] AS last
RETURN bridge.id AS id, bridge.state AS state, bridge.state_since AS since, bridge.state_by AS by, bridge.text AS text,
       bridge.wish AS wish, bridge.reminded_at AS reminded_at,
       last.id AS step_id, last.by_id AS by_id
