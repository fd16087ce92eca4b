// Initiatives with a theme that go on without a contact person, newest first.
// $theme: string — a theme, with the narrower ones
// $area: string or null — only initiatives in this area, with those inside it
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — at most this many answers
MATCH (:Theme {id: $theme})<-[up:NARROWER_THAN*0..4]-(theme:Theme)<-[tag:HAS_THEME]-(initiative:Initiative)
WHERE tag.until IS NULL AND all(step IN up WHERE step.until IS NULL) AND initiative.visibility IN $visible
  AND (initiative.until IS NULL OR initiative.until > $on)
  AND initiative.merged_into IS NULL AND NOT coalesce(initiative.status, 'idea') IN ['completed', 'stopped']
  AND NOT EXISTS { MATCH (initiative)<-[contact:CONTACT_FOR]-(person:Person)
    WHERE NOT coalesce(contact.since > $on OR contact.until <= $on, false) AND coalesce(person.until > $on, true) }
  AND ($area IS NULL OR EXISTS {
    MATCH (initiative)-[place:LOCATED_IN]->(:Area)-[inside:PART_OF*0..4]->(:Area {id: $area}) WHERE place.until IS NULL
      AND all(step IN inside WHERE step.until IS NULL) })
WITH initiative, collect(DISTINCT theme) AS themes
ORDER BY initiative.id DESC
LIMIT $limit
RETURN initiative.id AS key, [{kind: 'Initiative', id: initiative.id, name: initiative.name}] AS subjects,
       [theme IN themes[..3] WHERE theme.visibility IN $visible | {kind: 'Theme', id: theme.id, name: theme.name}] AS through,
       null AS amount,
       COLLECT { MATCH (initiative)-[place:LOCATED_IN]->(area:Area)
         WHERE place.until IS NULL AND area.visibility IN $visible
         RETURN area.name ORDER BY area.name LIMIT 3 } AS areas
ORDER BY key DESC
