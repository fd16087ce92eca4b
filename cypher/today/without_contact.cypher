// Initiatives that go on without a contact person, with the official who works in their area and at their goal.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — how many
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
  AND NOT coalesce(initiative.status, 'idea') IN ['completed', 'stopped']
  AND NOT EXISTS { MATCH (initiative)<-[contact:CONTACT_FOR]-(person:Person) WHERE NOT coalesce(contact.since > $on OR contact.until <= $on, false) AND coalesce(person.until > $on, true) }
WITH initiative, reduce(last = null, day IN [(initiative)<-[former:CONTACT_FOR]-(who) WHERE former.until <= $on OR who.until <= $on
         | CASE WHEN coalesce(who.until < former.until, former.until IS NULL) THEN who.until ELSE former.until END]
       | CASE WHEN last IS NULL OR day > last THEN day ELSE last END) AS since
ORDER BY since, initiative.name, initiative.id
LIMIT $limit
CALL (initiative) {
  OPTIONAL MATCH (person:Person)-[task:ACCOUNT_HOLDER_OF]->(what)
    WHERE NOT coalesce(task.since > $on OR task.until <= $on, false) AND person.until IS NULL AND person.visibility IN $visible
      AND (EXISTS { (initiative)-[:CONTRIBUTES_TO]->(what) } OR EXISTS { (initiative)-[:LOCATED_IN]->(what) }
           OR EXISTS { (initiative)-[:LOCATED_IN]->(:Area)-[up:PART_OF]->(what) WHERE up.until IS NULL })
  WITH person, collect(what:Area) AS areas
  RETURN person, any(each IN areas WHERE each) AS knows_area, any(each IN areas WHERE NOT each) AS knows_goal
  ORDER BY size(areas) DESC, person.id
  LIMIT 1
}
RETURN {kind: 'Initiative', id: initiative.id, name: initiative.name} AS mention, since AS since,
       CASE WHEN person IS NOT NULL THEN {kind: 'Person', id: person.id, name: person.name} END AS candidate,
       knows_area AS knows_area, knows_goal AS knows_goal
ORDER BY since, initiative.name, initiative.id
