// The choices of the filters of the list: how many initiatives it would show with each, given the other filters.
// $visible: list of string — visibilities the reader may see
// $shown: list of string — visibilities of the initiatives asked for
// $on: date — the day that is shown
// $not_yet: list of string — what was not there yet on that day
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
// $status: string or null — a status
// $without_contact: boolean — only those without a contact person
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
  AND NOT initiative.id IN $not_yet
  AND (NOT $without_contact OR NOT EXISTS {
    MATCH (initiative)<-[contact:CONTACT_FOR]-(person:Person)
      WHERE NOT coalesce(contact.since > $on OR contact.until <= $on, false) AND coalesce(person.until > $on, true) })
WITH initiative,
     $theme IS NULL OR EXISTS {
       MATCH (initiative)-[tag:HAS_THEME]->(:Theme)-[up:NARROWER_THAN*0..4]->(:Theme {id: $theme})
       WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
         AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) } AS fits_theme,
     $area IS NULL OR EXISTS {
       MATCH (initiative)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(:Area {id: $area})
       WHERE NOT coalesce(place.since > $on OR place.until <= $on, false)
         AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) } AS fits_area,
     $status IS NULL OR initiative.status = $status AS fits_status,
     initiative.visibility IN $shown AS fits_shown
WITH collect({initiative: initiative, theme: fits_theme, area: fits_area, status: fits_status, shown: fits_shown}) AS found
CALL (found) {
  UNWIND [each IN found WHERE each.area AND each.status AND each.shown | each.initiative] AS initiative
  MATCH (initiative)-[tag:HAS_THEME]->(first:Theme) WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
  WITH first, collect(initiative) AS initiatives
  MATCH (first)-[up:NARROWER_THAN*0..4]->(theme:Theme) WHERE theme.visibility IN $visible
    AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  UNWIND initiatives AS initiative
  RETURN 'theme' AS filter, theme.id AS value, theme.name AS name, count(DISTINCT initiative) AS initiatives
  UNION
  UNWIND [each IN found WHERE each.theme AND each.status AND each.shown | each.initiative] AS initiative
  MATCH (initiative)-[place:LOCATED_IN]->(first:Area) WHERE NOT coalesce(place.since > $on OR place.until <= $on, false)
  WITH first, collect(initiative) AS initiatives
  MATCH (first)-[up:PART_OF*0..4]->(area:Area) WHERE area.visibility IN $visible
    AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  UNWIND initiatives AS initiative
  RETURN 'area' AS filter, area.id AS value, area.name AS name, count(DISTINCT initiative) AS initiatives
  UNION
  UNWIND [each IN found WHERE each.theme AND each.area AND each.shown | each.initiative] AS initiative
  WITH initiative WHERE initiative.status IS NOT NULL
  RETURN 'status' AS filter, initiative.status AS value, initiative.status AS name, count(initiative) AS initiatives
  UNION
  UNWIND [each IN found WHERE each.theme AND each.area AND each.status | each.initiative] AS initiative
  RETURN 'visibility' AS filter, initiative.visibility AS value, initiative.visibility AS name,
         count(initiative) AS initiatives
}
RETURN filter AS filter, value AS value, name AS name, initiatives AS initiatives
ORDER BY filter, toLower(name), value
