// The choices of the filters of the list: how many initiatives it would show with each, given the other filters.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
// $status: string or null — a status
// $without_contact: boolean — only those without a contact person
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
  AND (NOT $without_contact OR NOT EXISTS {
    MATCH (initiative)<-[contact:CONTACT_FOR]-(:Person) WHERE contact.until IS NULL })
WITH initiative,
     $theme IS NULL OR EXISTS {
       MATCH (initiative)-[tag:HAS_THEME]->(:Theme)-[:NARROWER_THAN*0..4]->(:Theme {id: $theme})
       WHERE tag.until IS NULL } AS fits_theme,
     $area IS NULL OR EXISTS {
       MATCH (initiative)-[place:LOCATED_IN]->(:Area)-[:PART_OF*0..4]->(:Area {id: $area})
       WHERE place.until IS NULL } AS fits_area,
     $status IS NULL OR initiative.status = $status AS fits_status
WITH collect({initiative: initiative, theme: fits_theme, area: fits_area, status: fits_status}) AS found
CALL (found) {
  UNWIND [each IN found WHERE each.area AND each.status | each.initiative] AS initiative
  MATCH (initiative)-[tag:HAS_THEME]->(first:Theme) WHERE tag.until IS NULL
  WITH first, collect(initiative) AS initiatives
  MATCH (first)-[:NARROWER_THAN*0..4]->(theme:Theme) WHERE theme.visibility IN $visible
  UNWIND initiatives AS initiative
  RETURN 'theme' AS filter, theme.id AS value, theme.name AS name, count(DISTINCT initiative) AS initiatives
  UNION
  UNWIND [each IN found WHERE each.theme AND each.status | each.initiative] AS initiative
  MATCH (initiative)-[place:LOCATED_IN]->(first:Area) WHERE place.until IS NULL
  WITH first, collect(initiative) AS initiatives
  MATCH (first)-[:PART_OF*0..4]->(area:Area) WHERE area.visibility IN $visible
  UNWIND initiatives AS initiative
  RETURN 'area' AS filter, area.id AS value, area.name AS name, count(DISTINCT initiative) AS initiatives
  UNION
  UNWIND [each IN found WHERE each.theme AND each.area | each.initiative] AS initiative
  WITH initiative WHERE initiative.status IS NOT NULL
  RETURN 'status' AS filter, initiative.status AS value, initiative.status AS name, count(initiative) AS initiatives
}
RETURN filter AS filter, value AS value, name AS name, initiatives AS initiatives
ORDER BY filter, toLower(name), value
