// For each initiative without a contact person: the official who answers for its goals, themes or area, least loaded first.
// $ids: list of string — initiatives
// $visible: list of string — visibilities the reader may see
// $on: date — today
UNWIND $ids AS initiative_id
MATCH (initiative:Initiative {id: initiative_id})
WHERE initiative.visibility IN $visible
  AND NOT EXISTS { MATCH (initiative)<-[contact:CONTACT_FOR]-(now:Person)
    WHERE NOT coalesce(contact.since > $on OR contact.until <= $on, false) AND coalesce(now.until > $on, true) }
CALL (initiative) {
  MATCH (initiative)-[about:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN]->(near:Record)
  WHERE about.until IS NULL
  MATCH (near)-[up:PART_OF|NARROWER_THAN*0..2]->(what:Record)<-[task:ACCOUNT_HOLDER_OF]-(person:Person)
  WHERE NOT coalesce(task.since > $on OR task.until <= $on, false) AND all(step IN up WHERE step.until IS NULL)
    AND person.visibility IN $visible AND (person.until IS NULL OR person.until > $on)
    AND NOT coalesce(person.absent_until > $on, false)
    AND NOT EXISTS { MATCH (person)-[coming:CONTACT_FOR]->(initiative)
      WHERE coalesce(coming.until > $on AND coming.since < coming.until, true) }
  WITH person, collect(DISTINCT what) AS found
  RETURN person, [what IN found | {
           kind: [label IN labels(what) WHERE label <> 'Record'][0], id: what.id, name: what.name}] AS subjects,
         COUNT { MATCH (person)-[contact:CONTACT_FOR]->(:Initiative)
           WHERE NOT coalesce(contact.since > $on OR contact.until <= $on, false) } AS load
  ORDER BY size([what IN found WHERE what:Goal]) * 3 + size([what IN found WHERE what:Area]) * 2
    + size([what IN found WHERE what:Theme]) DESC, load, person.id
  LIMIT 1
}
RETURN initiative_id AS initiative_id, {kind: 'Person', id: person.id, name: person.name} AS person,
       person.function AS function, subjects[..3] AS subjects, load AS load
ORDER BY initiative_id
