// The open decisions that somebody takes, alone or with the team or body where the person works.
// $person_id: string or null — who
// $visible: list of string — visibilities the reader may see
MATCH (person:Person {id: $person_id})-[work:WORKS_FOR]->{0,1}(decider:Person|Department|Body)-[by:DECIDES]->(decision:Decision)
WHERE all(link IN work WHERE link.until IS NULL) AND by.until IS NULL
  AND decision.visibility IN $visible AND decision.decided_on IS NULL AND decision.until IS NULL
RETURN DISTINCT decision.id AS id
ORDER BY id
