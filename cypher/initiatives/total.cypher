// How many initiatives a selection has.
// $shown: list of string — visibilities of the initiatives asked for
// $on: date — the day that is shown
// $not_yet: list of string — what was not there yet on that day
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
// $status: string or null — a status
// $without_contact: boolean — only those without a contact person
// $most: integer — count no further than this
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $shown AND (initiative.until IS NULL OR initiative.until > $on)
  AND NOT initiative.id IN $not_yet
  AND ($status IS NULL OR initiative.status = $status)
  AND ($theme IS NULL OR EXISTS {
    MATCH (initiative)-[tag:HAS_THEME]->(:Theme)-[up:NARROWER_THAN*0..4]->(:Theme {id: $theme})
      WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
        AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
  AND ($area IS NULL OR EXISTS {
    MATCH (initiative)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(:Area {id: $area})
      WHERE NOT coalesce(place.since > $on OR place.until <= $on, false)
        AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
  AND (NOT $without_contact OR NOT EXISTS {
    MATCH (initiative)<-[contact:CONTACT_FOR]-(person:Person)
      WHERE NOT coalesce(contact.since > $on OR contact.until <= $on, false) AND coalesce(person.until > $on, true) })
WITH initiative LIMIT $most
RETURN count(initiative) AS total
