// One page of a selection of organisations, by name; the index on it gives the order.
// $visible: list of string — visibilities the reader may see
// $shown: list of string — visibilities of the organisations asked for
// $on: date — the day that is shown
// $not_yet: list of string — what was not there yet on that day
// $kind: string or null — a kind of party
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
// $skip: integer — rows before the page
// $limit: integer — rows on the page
// $each: integer — areas of one row, at most
MATCH (organisation:Organisation)
WHERE organisation.name > '' AND organisation.visibility IN $shown
  AND (organisation.until IS NULL OR organisation.until > $on)
  AND NOT organisation.id IN $not_yet
  AND ($kind IS NULL OR organisation.organisation_kind = $kind)
  AND ($theme IS NULL OR EXISTS {
    MATCH (organisation)-[tag:HAS_THEME]->(:Theme)-[up:NARROWER_THAN*0..4]->(:Theme {id: $theme})
    WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
      AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
  AND ($area IS NULL OR EXISTS {
    MATCH (organisation)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(:Area {id: $area})
      WHERE NOT coalesce(place.since > $on OR place.until <= $on, false)
        AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
WITH organisation ORDER BY organisation.name, organisation.id SKIP $skip LIMIT $limit
RETURN organisation.id AS id, organisation.name AS name, organisation.organisation_kind AS organisation_kind,
       organisation.visibility AS visibility,
       COLLECT { MATCH (organisation)-[place:LOCATED_IN]->(area)
         WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND area.visibility IN $visible
         RETURN {kind: 'Area', id: area.id, name: area.name} ORDER BY area.name LIMIT $each } AS areas,
       COUNT { MATCH (organisation)-[part:PARTNERS_IN|INITIATES]->(each:Initiative)
         WHERE NOT coalesce(part.since > $on OR part.until <= $on, false) AND each.visibility IN $visible
           AND (each.until IS NULL OR each.until > $on)
         RETURN DISTINCT each } AS initiatives
ORDER BY name, id
