// The districts and neighbourhoods that a form offers; where there are none, the areas of which less is known.
// $municipality: string or null — the area code of the municipality they lie in, null for every municipality
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $limit: integer — at most this many, districts before neighbourhoods
CALL () {
  MATCH (area:Area)
  WHERE $municipality IS NULL AND area.level IN ['district', 'neighbourhood']
  RETURN area
  UNION
  MATCH (:Area {code: $municipality})<-[up:PART_OF*1..4]-(area:Area)
  WHERE area.level IN ['district', 'neighbourhood']
    AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  RETURN area
}
WITH area
WHERE area.visibility IN $visible AND area.merged_into IS NULL AND (area.until IS NULL OR area.until > $on)
WITH collect(area) AS known
CALL (known) {
  UNWIND known AS area
  RETURN area
  UNION
  WITH known WHERE size(known) = 0
  MATCH (area:Area)
  WHERE area.visibility IN $visible AND area.merged_into IS NULL AND (area.until IS NULL OR area.until > $on)
    AND coalesce(area.level, 'unknown') <> 'municipality' AND coalesce(area.code <> $municipality, true)
    AND ($municipality IS NULL OR NOT EXISTS {
      MATCH (area)-[up:PART_OF*1..4]->(other:Area {level: 'municipality'})
      WHERE coalesce(other.code, '') <> $municipality
        AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
  RETURN area
}
WITH area
ORDER BY CASE area.level WHEN 'district' THEN 0 ELSE 1 END, toLower(area.name), area.id
LIMIT $limit
RETURN area.id AS id, area.name AS name, area.code AS code,
       COLLECT {
         MATCH path = (area)-[:PART_OF*1..4]->(around:Area)
         WHERE around.visibility IN $visible AND NOT coalesce(around.code = $municipality, false)
           AND all(step IN relationships(path) WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
         RETURN around.name ORDER BY length(path), around.name
       } AS above
ORDER BY toLower(name), id
