// One area with its outline and the initiatives in it.
// $id: string — the area
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (area:Area {id: $id})
WHERE area.visibility IN $visible
RETURN area.id AS id, area.name AS name, area.level AS level, area.outline AS outline,
       area.longitude AS longitude, area.latitude AS latitude,
       COUNT {
         MATCH (area) ((:Area)<-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]-(:Area)){0,4} (:Area)<-[place:LOCATED_IN]-(initiative:Initiative)
         WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND initiative.visibility IN $visible
           AND (initiative.until IS NULL OR initiative.until > $on)
         RETURN DISTINCT initiative
       } AS initiatives
