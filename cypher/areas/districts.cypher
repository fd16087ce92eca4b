// The districts of a municipality with their outline and the initiatives in each.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $not_yet: list of string — initiatives that were not there yet on that day
// $municipality: string or null — the area code of the municipality, null for every district
MATCH (area:Area {level: 'district'})
WHERE area.visibility IN $visible
  AND ($municipality IS NULL OR EXISTS {
    (area)-[up:PART_OF*1..2]->(:Area {code: $municipality})
    WHERE all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
RETURN area.id AS id, area.name AS name, area.level AS level, area.outline AS outline,
       area.longitude AS longitude, area.latitude AS latitude,
       COUNT {
         MATCH (area)<-[up:PART_OF*0..4]-(:Area)<-[place:LOCATED_IN]-(initiative:Initiative)
         WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND initiative.visibility IN $visible
           AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
           AND (initiative.until IS NULL OR initiative.until > $on) AND NOT initiative.id IN $not_yet
         RETURN DISTINCT initiative
       } AS initiatives
ORDER BY name, id
LIMIT 200
