// Everybody who keeps a record or is the contact of an initiative, and of how many initiatives somebody is the contact.
// $visible: list of string — visibilities the reader may see
// $on: date — today
MATCH (person:Person)-[task:KEEPS|CONTACT_FOR]->(:Record)
WHERE coalesce(task.until > $on, true) AND person.visibility IN $visible
WITH DISTINCT person
RETURN {kind: 'Person', id: person.id, name: person.name} AS person,
       person.until IS NOT NULL AND person.until <= $on AS has_left,
       COUNT { MATCH (person)-[care:CONTACT_FOR]->(each:Initiative)
         WHERE NOT coalesce(care.since > $on OR care.until <= $on, false) AND each.visibility IN $visible
           AND each.merged_into IS NULL AND (each.until IS NULL OR each.until > $on) } AS contacts
ORDER BY toLower(person.name), person.id
