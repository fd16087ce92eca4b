// An area with those it lies in, from the largest to itself.
// $id: string — the area
// $visible: list of string — visibilities the reader may see
// $on: date — the day that is shown
MATCH path = (:Area {id: $id})-[:PART_OF*0..4]->(area:Area)
WHERE all(part IN relationships(path) WHERE NOT coalesce(part.since > $on OR part.until <= $on, false))
  AND area.visibility IN $visible
WITH area, min(length(path)) AS steps
RETURN 'Area' AS kind, area.id AS id, area.name AS name
ORDER BY steps DESC, id
