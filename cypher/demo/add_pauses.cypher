// Make the pauses of decisions that are not there yet.
// $pauses: list of map — id, decision_id, properties with since, until, reason
UNWIND $pauses AS each
MATCH (decision:Decision {id: each.decision_id})
MERGE (pause:Pause {id: each.id})
  ON CREATE SET pause += each.properties
MERGE (decision)-[:PAUSED]->(pause)
