// The public addresses to write to about a commitment: of the initiative, else of the parties that undertake it.
// $id: string — the commitment
MATCH (:Commitment {id: $id})-[to:TO]->(initiative:Initiative)
WHERE to.until IS NULL AND initiative.visibility <> 'removed'
CALL (initiative) {
  WITH initiative WHERE initiative.email IS NOT NULL
  RETURN initiative.name AS name, initiative.email AS email
  UNION
  MATCH (initiative)<-[starts:INITIATES]-(party:Organisation)
  WHERE initiative.email IS NULL AND starts.until IS NULL AND party.visibility = 'published' AND party.email IS NOT NULL
  RETURN party.name AS name, party.email AS email
}
RETURN DISTINCT name AS name, email AS email
ORDER BY name, email
LIMIT 10
