// Initiatives in somebody's portfolio that go on without a contact person.
// $person_id: string or null — who
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — how many
MATCH (person:Person {id: $person_id})-[duty:PORTFOLIO_HOLDER_OF]->(held:Goal|Theme)
WHERE (duty.since IS NULL OR duty.since <= $on) AND (duty.until IS NULL OR duty.until > $on)
MATCH path = (held)<-[:PART_OF|NARROWER_THAN*0..6]-(:Goal|Theme)<-[:CONTRIBUTES_TO|HAS_THEME]-(initiative:Initiative)
WHERE all(step IN relationships(path) WHERE step.until IS NULL)
  AND initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
  AND NOT coalesce(initiative.status, 'idea') IN ['completed', 'stopped']
  AND NOT EXISTS { MATCH (initiative)<-[contact:CONTACT_FOR]-(other:Person)
    WHERE NOT coalesce(contact.since > $on OR contact.until <= $on, false) AND coalesce(other.until > $on, true) }
WITH DISTINCT initiative
ORDER BY initiative.name, initiative.id
LIMIT $limit
RETURN {kind: 'Initiative', id: initiative.id, name: initiative.name} AS mention,
       reduce(last = null, day IN [(initiative)<-[former:CONTACT_FOR]-(who) WHERE former.until <= $on OR who.until <= $on
         | CASE WHEN coalesce(who.until < former.until, former.until IS NULL) THEN who.until ELSE former.until END]
         | CASE WHEN last IS NULL OR day > last THEN day ELSE last END) AS since
ORDER BY initiative.name, initiative.id
