// One area with the areas around it and next to it.
// $id: string — the area
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (area:Area {id: $id})
WHERE area.visibility IN $visible
RETURN area.id AS id, area.visibility AS visibility, area.until AS until,
       coalesce(area.lang, 'nl') AS lang, area.name AS name,
       area.level AS level, area.code AS code, area.description AS description,
       COLLECT { MATCH path = (area)-[:PART_OF*1..4]->(above:Area)
         WHERE above.visibility IN $visible AND all(step IN relationships(path) WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
         RETURN {kind: 'Area', id: above.id, name: above.name} ORDER BY length(path) DESC } AS above,
       COLLECT { MATCH (area)-[side:BORDERS]-(next:Area) WHERE NOT coalesce(side.since > $on OR side.until <= $on, false) AND next.visibility IN $visible
         RETURN DISTINCT {kind: 'Area', id: next.id, name: next.name} AS next ORDER BY next.name } AS borders,
       COUNT {
         MATCH (area) ((:Area)<-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]-(:Area)){0,4} (:Area)<-[place:LOCATED_IN]-(initiative:Initiative)
         WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND initiative.visibility IN $visible
           AND (initiative.until IS NULL OR initiative.until > $on)
         RETURN DISTINCT initiative
       } AS initiatives
