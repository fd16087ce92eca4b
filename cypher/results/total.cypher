// How many results a selection has.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
// $goal: string or null — a goal, with those below it
// $theme: string or null — a theme of the initiative, with the narrower ones
// $area: string or null — an area of the initiative, with those inside it
// $limit: integer — count no further than this
MATCH (result:Result)
WHERE result.visibility IN $visible AND (result.until IS NULL OR result.until > $on)
  AND ($past IS NULL OR coalesce(result.reached_on <= $past, true))
  AND ($goal IS NULL OR EXISTS {
    MATCH (result)-[for:COUNTS_FOR]->(:Goal) ((:Goal)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Goal)){0,4} (:Goal {id: $goal}) WHERE NOT coalesce(for.until <= $on, false) })
  AND ($theme IS NULL OR EXISTS {
    MATCH (result)<-[came:ACHIEVED WHERE NOT coalesce(came.until <= $on, false)]-(:Initiative)-[tag:HAS_THEME]->(:Theme) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (:Theme {id: $theme})
    WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) })
  AND ($area IS NULL OR EXISTS {
    MATCH (result)<-[came:ACHIEVED WHERE NOT coalesce(came.until <= $on, false)]-(:Initiative)-[place:LOCATED_IN]->(:Area) ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (:Area {id: $area})
    WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) })
WITH result LIMIT $limit
RETURN count(result) AS total
