// Bridges of the survivor that are only suggestions give way to those of the record that is merged away; what was taken
// back goes over.
// $loser_id: string — the record that is merged away
// $survivor_id: string — the record that stays
MATCH (:Record {id: $loser_id})<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(other:Record)
WHERE NOT other.id IN [$loser_id, $survivor_id] AND bridge.state <> 'suggested'
MATCH (:Record {id: $survivor_id})<-[:BETWEEN]-(own:Bridge {state: 'suggested'})-[:BETWEEN]->(other)
CALL (own, bridge) {
  MATCH (own)-[:TOOK]->(step:BridgeStep)
  CREATE (bridge)-[:TOOK]->(step)
}
DETACH DELETE own
