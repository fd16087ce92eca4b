// The areas of the map with how many initiatives of a selection are in each: those in one area, or every district.
// $visible: list of string — visibilities the reader may see
// $shown: list of string — visibilities of the initiatives asked for
// $on: date — the day that is shown
// $not_yet: list of string — what was not there yet on that day
// $area: string or null — the area whose parts are shown, itself when it has none; null for the districts
// $municipality: string or null — the area code of the municipality, null for every district
// $theme: string or null — a theme, with the narrower ones
// $status: string or null — a status
// $without_contact: boolean — only those without a contact person
MATCH (area:Area)
WHERE area.visibility IN $visible
  AND CASE
    WHEN $area IS NULL THEN area.level = 'district'
      AND ($municipality IS NULL OR EXISTS {
        (area)-[up:PART_OF*1..2]->(:Area {code: $municipality})
        WHERE all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
    WHEN EXISTS { (:Area {id: $area})<-[part:PART_OF]-(:Area)
        WHERE NOT coalesce(part.since > $on OR part.until <= $on, false) }
      THEN EXISTS { (area)-[part:PART_OF]->(:Area {id: $area})
        WHERE NOT coalesce(part.since > $on OR part.until <= $on, false) }
    ELSE area.id = $area
  END
WITH area
ORDER BY area.name, area.id
LIMIT 200
RETURN area.id AS id, area.name AS name, area.level AS level, area.outline AS outline,
       area.longitude AS longitude, area.latitude AS latitude,
       COUNT {
         MATCH (area)<-[up:PART_OF*0..4]-(:Area)<-[place:LOCATED_IN]-(initiative:Initiative)
         WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND initiative.visibility IN $shown
           AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
           AND (initiative.until IS NULL OR initiative.until > $on) AND NOT initiative.id IN $not_yet
           AND ($status IS NULL OR initiative.status = $status)
           AND ($theme IS NULL OR EXISTS {
             MATCH (initiative)-[tag:HAS_THEME]->(:Theme)-[broader:NARROWER_THAN*0..4]->(:Theme {id: $theme})
             WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
               AND all(step IN broader WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
           AND (NOT $without_contact OR NOT EXISTS {
             MATCH (initiative)<-[contact:CONTACT_FOR]-(person:Person)
               WHERE NOT coalesce(contact.since > $on OR contact.until <= $on, false) AND coalesce(person.until > $on, true) })
         RETURN DISTINCT initiative
       } AS initiatives
ORDER BY name, id
