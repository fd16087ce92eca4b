// The choices of the filters of the list: how many organisations have each, given the other filters.
// $visible: list of string — visibilities the reader may see
// $shown: list of string — visibilities of the organisations asked for
// $on: date — the day that is shown
// $not_yet: list of string — what was not there yet on that day
// $kind: string or null — a kind of party
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
MATCH (organisation:Organisation)
WHERE organisation.visibility IN $visible AND (organisation.until IS NULL OR organisation.until > $on)
  AND NOT organisation.id IN $not_yet
WITH organisation,
     $theme IS NULL OR EXISTS {
       MATCH (organisation)-[tag:HAS_THEME]->(:Theme)-[up:NARROWER_THAN*0..4]->(:Theme {id: $theme})
       WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
         AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) } AS fits_theme,
     $area IS NULL OR EXISTS {
       MATCH (organisation)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(:Area {id: $area})
       WHERE NOT coalesce(place.since > $on OR place.until <= $on, false)
         AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) } AS fits_area,
     $kind IS NULL OR organisation.organisation_kind = $kind AS fits_kind,
     organisation.visibility IN $shown AS fits_shown
WITH collect({organisation: organisation, theme: fits_theme, area: fits_area, kind: fits_kind, shown: fits_shown}) AS found
CALL (found) {
  UNWIND [each IN found WHERE each.area AND each.kind AND each.shown | each.organisation] AS organisation
  MATCH (organisation)-[tag:HAS_THEME]->(first:Theme) WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
  WITH first, collect(organisation) AS organisations
  MATCH (first)-[up:NARROWER_THAN*0..4]->(theme:Theme) WHERE theme.visibility IN $visible
    AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  UNWIND organisations AS organisation
  RETURN 'theme' AS filter, theme.id AS value, theme.name AS name, count(DISTINCT organisation) AS organisations
  UNION
  UNWIND [each IN found WHERE each.theme AND each.kind AND each.shown | each.organisation] AS organisation
  MATCH (organisation)-[place:LOCATED_IN]->(first:Area)
    WHERE NOT coalesce(place.since > $on OR place.until <= $on, false)
  WITH first, collect(organisation) AS organisations
  MATCH (first)-[up:PART_OF*0..4]->(area:Area) WHERE area.visibility IN $visible
    AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  UNWIND organisations AS organisation
  RETURN 'area' AS filter, area.id AS value, area.name AS name, count(DISTINCT organisation) AS organisations
  UNION
  UNWIND [each IN found WHERE each.theme AND each.area AND each.shown | each.organisation] AS organisation
  WITH organisation WHERE organisation.organisation_kind IS NOT NULL
  RETURN 'kind' AS filter, organisation.organisation_kind AS value, organisation.organisation_kind AS name,
         count(organisation) AS organisations
  UNION
  UNWIND [each IN found WHERE each.theme AND each.area AND each.kind | each.organisation] AS organisation
  RETURN 'visibility' AS filter, organisation.visibility AS value, organisation.visibility AS name,
         count(organisation) AS organisations
}
RETURN filter AS filter, value AS value, name AS name, organisations AS organisations
ORDER BY filter, toLower(name), value
