// Who can be asked by mail whether the status still holds: who undertakes the initiative, then the contact person.
// $id: string — the initiative
// $person_id: string or null — only this person
// $on: date — today
// $limit: integer — at most this many
MATCH (initiative:Initiative {id: $id})
WHERE initiative.visibility <> 'removed' AND initiative.merged_into IS NULL
CALL (initiative) {
  MATCH (person:Person)-[work:WORKS_FOR]->{0,1}(party:Person|Organisation)-[starts:INITIATES]->(initiative)
  WHERE all(link IN work WHERE link.until IS NULL) AND starts.until IS NULL
  RETURN person, 0 AS place
  UNION
  MATCH (person:Person)-[care:CONTACT_FOR]->(initiative)
  WHERE NOT coalesce(care.since > $on OR care.until <= $on, false)
  RETURN person, 1 AS place
}
WITH person, min(place) AS place
WHERE person.email IS NOT NULL AND person.visibility <> 'removed' AND person.until IS NULL
  AND ($person_id IS NULL OR person.id = $person_id)
RETURN person.id AS person_id, person.name AS name, person.email AS email
ORDER BY place, person.id
LIMIT $limit
