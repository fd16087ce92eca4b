// The districts and neighbourhoods, with how many of these initiatives are in each or in what lies inside it.
// $initiatives: list of string — the initiatives
// $visible: list of string — visibilities the reader may see
// $on: date — the day
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
RETURN area.id AS id, area.name AS name, area.level AS level, max(found) AS initiatives
ORDER BY initiatives DESC, toLower(name), id
