// The areas directly inside one area, with their outline and the initiatives in each.
// $id: string — the area
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (:Area {id: $id})<-[part:PART_OF]-(area:Area)
WHERE NOT coalesce(part.since > $on OR part.until <= $on, false) AND area.visibility IN $visible
RETURN area.id AS id, area.name AS name, area.level AS level, area.outline AS outline,
       area.longitude AS longitude, area.latitude AS latitude,
       COUNT {
         MATCH (area) ((:Area)<-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]-(:Area)){0,4} (:Area)<-[place:LOCATED_IN]-(initiative:Initiative)
         WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND initiative.visibility IN $visible
           AND (initiative.until IS NULL OR initiative.until > $on)
         RETURN DISTINCT initiative
       } AS initiatives
ORDER BY name, id
LIMIT 200
