// One page of a selection of organisations, by name.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $kind: string or null — a kind of party
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
// $skip: integer — rows before the page
// $limit: integer — rows on the page
// $each: integer — areas of one row, at most
MATCH (organisation:Organisation)
WHERE organisation.name > '' AND organisation.visibility IN $visible AND (organisation.until IS NULL OR organisation.until > $on)
  AND ($kind IS NULL OR organisation.organisation_kind = $kind)
  AND ($theme IS NULL OR EXISTS {
    MATCH (organisation)-[tag:HAS_THEME]->(:Theme)-[:NARROWER_THAN*0..4]->(:Theme {id: $theme})
    WHERE tag.until IS NULL })
  AND ($area IS NULL OR EXISTS {
    MATCH (organisation)-[place:LOCATED_IN]->(:Area)-[:PART_OF*0..4]->(:Area {id: $area}) WHERE place.until IS NULL })
WITH organisation ORDER BY organisation.name, organisation.id SKIP $skip LIMIT $limit
RETURN organisation.id AS id, organisation.name AS name, organisation.organisation_kind AS organisation_kind,
       organisation.visibility AS visibility,
       COLLECT { MATCH (organisation)-[place:LOCATED_IN]->(area)
         WHERE place.until IS NULL AND area.visibility IN $visible
         RETURN {kind: 'Area', id: area.id, name: area.name} ORDER BY area.name LIMIT $each } AS areas,
       COUNT { MATCH (organisation)-[part:PARTNERS_IN|INITIATES]->(each:Initiative)
         WHERE part.until IS NULL AND each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
         RETURN DISTINCT each } AS initiatives
ORDER BY name, id
