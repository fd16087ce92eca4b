// Where the outcome of an assessment can be told: the initiative itself, else who undertakes it; nearest first.
// $id: string — the assessment
MATCH (:Assessment {id: $id})-[judges:JUDGES]->(initiative:Initiative)
WHERE judges.until IS NULL
CALL (initiative) {
  RETURN initiative.name AS name, initiative.email AS email, 0 AS distance
  UNION
  MATCH (initiative)<-[starts:INITIATES]-(party:Organisation)
  WHERE starts.until IS NULL AND party.until IS NULL AND party.visibility <> 'removed'
  RETURN party.name AS name, party.email AS email, 1 AS distance
  UNION
  MATCH (initiative)<-[starts:INITIATES]-(person:Person)
  WHERE starts.until IS NULL AND person.until IS NULL AND person.visibility <> 'removed'
  RETURN person.name AS name, person.email AS email, 2 AS distance
}
WITH name, email, distance
WHERE email IS NOT NULL
RETURN name AS name, email AS email
ORDER BY distance, name, email
LIMIT 1
