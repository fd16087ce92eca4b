// The areas of the map with how many of these records are in each: those in one area, or every district.
// $ids: list of string — initiatives and organisations
// $area: string or null — the area whose parts are shown, itself when it has none; null for the districts
// $municipality: string or null — the area code of the municipality, null for every district
// $visible: list of string — visibilities the reader may see
CALL () {
  MATCH (record:Record)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(shown:Area)
  WHERE record.id IN $ids AND place.until IS NULL AND all(step IN up WHERE step.until IS NULL)
  RETURN collect(DISTINCT [shown.id, record.id]) AS places
}
MATCH (area:Area)
WHERE area.visibility IN $visible
  AND CASE
    WHEN $area IS NULL THEN area.level = 'district'
      AND ($municipality IS NULL OR EXISTS {
        (area)-[up:PART_OF*1..2]->(:Area {code: $municipality})
        WHERE all(step IN up WHERE step.until IS NULL) })
    WHEN EXISTS { (:Area {id: $area})<-[part:PART_OF]-(:Area) WHERE part.until IS NULL }
      THEN EXISTS { (area)-[part:PART_OF]->(:Area {id: $area}) WHERE part.until IS NULL }
    ELSE area.id = $area
  END
WITH area, places
ORDER BY area.name, area.id
LIMIT 200
RETURN area.id AS id, area.name AS name, area.level AS level, area.outline AS outline,
       area.longitude AS longitude, area.latitude AS latitude,
       size([place IN places WHERE place[0] = area.id]) AS initiatives
ORDER BY name, id
