// How many organisations a selection has.
// $shown: list of string — visibilities of the organisations asked for
// $on: date — the day that is shown
// $not_yet: list of string — what was not there yet on that day
// $kind: string or null — a kind of party
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
// $most: integer — count no further than this
MATCH (organisation:Organisation)
WHERE organisation.visibility IN $shown AND (organisation.until IS NULL OR organisation.until > $on)
  AND NOT organisation.id IN $not_yet
  AND ($kind IS NULL OR organisation.organisation_kind = $kind)
  AND ($theme IS NULL OR EXISTS {
    MATCH (organisation)-[tag:HAS_THEME]->(:Theme)-[up:NARROWER_THAN*0..4]->(:Theme {id: $theme})
    WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
      AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
  AND ($area IS NULL OR EXISTS {
    MATCH (organisation)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(:Area {id: $area})
      WHERE NOT coalesce(place.since > $on OR place.until <= $on, false)
        AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
WITH organisation LIMIT $most
RETURN count(organisation) AS total
