// People who are the contact person of several initiatives or undertake them, with those initiatives, fewest first.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $most: integer — who has more of them ties nobody together
// $limit: integer — how many people
MATCH (person:Person)
WITH person, COUNT { (person)-[:CONTACT_FOR|INITIATES]->() } AS links
WHERE 2 <= links <= $most AND person.visibility IN $visible AND (person.until IS NULL OR person.until > $on)
ORDER BY links, person.id
LIMIT $limit
CALL (person) {
  MATCH (person)-[link:CONTACT_FOR|INITIATES]->(initiative:Initiative)
  WHERE NOT coalesce(link.since > $on OR link.until <= $on, false) AND initiative.visibility IN $visible
    AND (initiative.until IS NULL OR initiative.until > $on)
  WITH DISTINCT initiative.id AS id ORDER BY id
  RETURN collect(id) AS members
}
WITH person, members
WHERE size(members) > 1
RETURN person.id AS id, person.name AS name, 'Person' AS kind, members AS members
ORDER BY size(members), id
