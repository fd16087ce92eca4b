// The mailboxes of the teams nearest to a record, nearest first: itself, of its contact or this person, that deals with it.
// $id: string — an initiative, person or team
// $on: date — today: a link that ends later still counts
MATCH (record:Record {id: $id})
CALL (record) {
  WITH record
  WHERE record:Department
  RETURN record AS team, 0 AS distance
  UNION
  MATCH (record)<-[care:CONTACT_FOR]-(person:Person)-[job:WORKS_FOR]->(team:Department)
  WHERE NOT coalesce(care.since > $on OR care.until <= $on, false) AND (job.until IS NULL OR job.until > $on)
    AND person.until IS NULL AND person.visibility <> 'removed'
  RETURN team, 1 AS distance
  UNION
  MATCH (record)-[job:WORKS_FOR]->(team:Department)
  WHERE job.until IS NULL OR job.until > $on
  RETURN team, 1 AS distance
  UNION
  MATCH (record)-[care:HANDLED_BY]->(team:Department)
  WHERE care.until IS NULL OR care.until > $on
  RETURN team, 2 AS distance
}
WITH team, min(distance) AS distance
WHERE team.email IS NOT NULL AND team.visibility = 'published' AND team.until IS NULL
RETURN team.name AS name, team.email AS email
ORDER BY distance, name, team.id
LIMIT 1
