// One page of a selection of initiatives, by name; the index on it gives the order.
// $visible: list of string — visibilities the reader may see
// $shown: list of string — visibilities of the initiatives asked for
// $on: date — the day that is shown
// $not_yet: list of string — what was not there yet on that day
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
// $status: string or null — a status
// $without_contact: boolean — only those without a contact person
// $skip: integer — rows before the page
// $limit: integer — rows on the page
// $each: integer — areas and themes of one row, at most
MATCH (initiative:Initiative)
WHERE initiative.name > '' AND initiative.visibility IN $shown AND (initiative.until IS NULL OR initiative.until > $on)
  AND NOT initiative.id IN $not_yet
  AND ($status IS NULL OR initiative.status = $status)
  AND ($theme IS NULL OR EXISTS {
    MATCH (initiative)-[tag:HAS_THEME]->(:Theme)-[up:NARROWER_THAN*0..4]->(:Theme {id: $theme})
      WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
        AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
  AND ($area IS NULL OR EXISTS {
    MATCH (initiative)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(:Area {id: $area})
      WHERE NOT coalesce(place.since > $on OR place.until <= $on, false)
        AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
  AND (NOT $without_contact OR NOT EXISTS {
    MATCH (initiative)<-[contact:CONTACT_FOR]-(person:Person)
      WHERE NOT coalesce(contact.since > $on OR contact.until <= $on, false) AND coalesce(person.until > $on, true) })
WITH initiative
ORDER BY initiative.name, initiative.id
SKIP $skip LIMIT $limit
RETURN initiative.id AS id, initiative.name AS name, initiative.summary AS summary, initiative.status AS status,
       initiative.status_since AS status_since, initiative.visibility AS visibility,
       COLLECT { MATCH (initiative)-[place:LOCATED_IN]->(area)
         WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND area.visibility IN $visible
         RETURN {kind: 'Area', id: area.id, name: area.name} ORDER BY area.name LIMIT $each } AS areas,
       COLLECT { MATCH (initiative)-[tag:HAS_THEME]->(theme)
         WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND theme.visibility IN $visible
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name LIMIT $each } AS themes
ORDER BY initiative.name, initiative.id
