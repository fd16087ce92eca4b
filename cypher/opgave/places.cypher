// Districts and neighbourhoods with how many of these initiatives lie inside: all of the municipality, others with any.
// $initiatives: list of string — the initiatives
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $municipality: string or null — the area code of the municipality, null where every area is one of its own
MATCH (area:Area)
WHERE area.visibility IN $visible AND area.level IN ['district', 'neighbourhood'] AND (area.until IS NULL OR area.until > $on)
WITH collect(area) AS areas
CALL (areas) {
  UNWIND $initiatives AS id
  MATCH (each:Initiative {id: id})-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(area:Area)
  WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND area IN areas
    AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  RETURN area, count(DISTINCT each) AS found
  UNION ALL
  UNWIND areas AS area
  RETURN area, 0 AS found
}
WITH area, max(found) AS initiatives
WITH area, initiatives, $municipality IS NULL OR EXISTS {
  MATCH (area)-[up:PART_OF*1..4]->(:Area {code: $municipality})
  WHERE all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) } AS is_ours
WHERE is_ours OR initiatives > 0
RETURN area.id AS id, area.name AS name, area.level AS level, initiatives AS initiatives, is_ours AS is_ours
ORDER BY initiatives DESC, toLower(name), id
