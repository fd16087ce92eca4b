// How many of these records are in none of the areas shown.
// $ids: list of string — initiatives and organisations
// $areas: list of string — the areas shown
MATCH (record:Record)
WHERE record.id IN $ids AND NOT EXISTS {
  MATCH (record)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(shown:Area)
  WHERE place.until IS NULL AND shown.id IN $areas
    AND all(step IN up WHERE step.until IS NULL) }
RETURN count(record) AS total
