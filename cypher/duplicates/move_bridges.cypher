// The bridges of a record that is merged away become those of the survivor, unless it has its own with the same other.
// $loser_id: string — the record that is merged away
// $survivor_id: string — the record that stays
MATCH (survivor:Record {id: $survivor_id})
MATCH (loser:Record {id: $loser_id})<-[side:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(other:Record)
WHERE NOT other.id IN [$loser_id, $survivor_id] AND bridge.state <> 'suggested'
  AND NOT EXISTS { (survivor)<-[:BETWEEN]-(:Bridge)-[:BETWEEN]->(other) }
CREATE (bridge)-[moved:BETWEEN]->(survivor)
SET moved = properties(side),
    bridge.pair = CASE WHEN survivor.id < other.id THEN survivor.id + '|' + other.id ELSE other.id + '|' + survivor.id END
DELETE side
WITH bridge, other
CALL (bridge) {
  MATCH (bridge)-[:TOOK]->(step:BridgeStep {initiative_id: $loser_id})
  SET step.initiative_id = $survivor_id
}
RETURN 'BETWEEN' AS type, other.id AS other_id, true AS moved
ORDER BY other_id
