// What the filters of the list know of each side: its areas and themes, those around and above them, and its contacts.
// $ids: list of string — the sides of the bridges in the list
// $visible: list of string — visibilities the reader may see
// $on: date — today
UNWIND $ids AS id
MATCH (side:Record {id: id})
WHERE side.visibility IN $visible
RETURN side.id AS id,
       COLLECT { MATCH (side)-[place:LOCATED_IN]->(area:Area)
         WHERE place.until IS NULL AND area.visibility IN $visible
         WITH DISTINCT area
         RETURN {kind: 'Area', id: area.id, name: area.name} ORDER BY area.name, area.id } AS areas,
       COLLECT { MATCH (side)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*1..4]->(around:Area)
         WHERE place.until IS NULL AND all(step IN up WHERE step.until IS NULL) AND around.visibility IN $visible
         WITH DISTINCT around
         RETURN {kind: 'Area', id: around.id, name: around.name} ORDER BY around.name, around.id } AS around,
       COLLECT { MATCH (side)-[tag:HAS_THEME]->(theme:Theme)
         WHERE tag.until IS NULL AND theme.visibility IN $visible
         WITH DISTINCT theme
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name, theme.id } AS themes,
       COLLECT { MATCH (side)-[tag:HAS_THEME]->(:Theme)-[up:NARROWER_THAN*1..3]->(broader:Theme)
         WHERE tag.until IS NULL AND all(step IN up WHERE step.until IS NULL) AND broader.visibility IN $visible
         WITH DISTINCT broader
         RETURN {kind: 'Theme', id: broader.id, name: broader.name} ORDER BY broader.name, broader.id } AS broader,
       COLLECT { MATCH (side)<-[contact:CONTACT_FOR]-(person:Person)
         WHERE NOT coalesce(contact.since > $on OR contact.until <= $on, false)
           AND person.visibility IN $visible AND person.until IS NULL
           AND person.person_kind IN ['official', 'alderman', 'council_member', 'representative']
         RETURN DISTINCT person.name AS name ORDER BY name } AS contacts
ORDER BY id
