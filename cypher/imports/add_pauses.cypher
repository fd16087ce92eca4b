// Let the clock of decisions stand still on the days that a sheet names.
// $leaves: list of map — record_id of the decision, and properties with id, since, until, reason
// $batch: string — the import
UNWIND $leaves AS each
MATCH (decision:Decision {id: each.record_id})
CREATE (decision)-[:PAUSED]->(pause:Pause)
SET pause = each.properties, pause.batch = $batch,
    pause.ended_by_decision = CASE WHEN each.properties.until IS NOT NULL THEN false END
