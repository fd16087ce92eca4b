// The initiatives somebody undertakes, as a person or for an organisation; one of them, or all.
// $person_id: string or null — who
// $initiative_id: string or null — only this one
// $limit: integer — at most this many
MATCH (person:Person {id: $person_id})
MATCH (person)-[work:WORKS_FOR]->{0,1}(party:Person|Organisation)-[starts:INITIATES]->(initiative:Initiative)
WHERE all(link IN work WHERE link.until IS NULL) AND starts.until IS NULL
  AND initiative.visibility IN ['draft', 'published'] AND initiative.merged_into IS NULL
  AND ($initiative_id IS NULL OR initiative.id = $initiative_id)
WITH DISTINCT initiative
RETURN initiative.id AS id, initiative.version AS version, initiative.name AS name,
       initiative.visibility AS visibility, initiative.summary AS summary, initiative.description AS description,
       initiative.website AS website, coalesce(initiative.channels, []) AS channels, initiative.status AS status,
       initiative.status_since AS status_since, initiative.status_confirmed_on AS status_confirmed_on
ORDER BY name, id
LIMIT $limit
