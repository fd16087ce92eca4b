// How many assessments a selection has.
// $visible: list of string — visibilities the reader may see
// $past: date or null — the earlier day that is shown; null for today
// $on: date — the day
// $outcome: string or null — an outcome
// $initiator: string or null — a kind of initiator
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
// $stage: string or null — how far it is
// $initiative: string or null — one initiative
MATCH (assessment:Assessment)-[judges:JUDGES]->(initiative:Initiative)
WHERE NOT coalesce(judges.until <= $on, false) AND assessment.visibility IN $visible AND initiative.visibility IN $visible
  AND (assessment.until IS NULL OR assessment.until > $on)
  AND ($past IS NULL OR NOT (coalesce(assessment.asked_on > $past, assessment.decided_on > $past, false)
    AND coalesce(assessment.decided_on > $past, assessment.asked_on > $past, false)))
  AND ($initiative IS NULL OR initiative.id = $initiative)
WITH assessment, initiative,
     CASE WHEN $past IS NULL OR coalesce(assessment.decided_on <= $past, true) THEN assessment END AS decided
WHERE ($outcome IS NULL OR decided.outcome = $outcome)
  AND ($initiator IS NULL OR EXISTS { MATCH (starter)-[starts:INITIATES]->(initiative)
    WHERE NOT coalesce(starts.since > $on OR starts.until <= $on, false)
      AND CASE WHEN starter:Person THEN 'resident' ELSE coalesce(starter.organisation_kind, 'other') END = $initiator })
  AND ($theme IS NULL OR EXISTS {
    MATCH (initiative)-[tag:HAS_THEME]->(:Theme) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (:Theme {id: $theme}) WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) })
  AND ($area IS NULL OR EXISTS {
    MATCH (initiative)-[place:LOCATED_IN]->(:Area) ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (:Area {id: $area}) WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) })
WITH assessment, initiative, decided, CASE WHEN decided.decided_on IS NULL THEN 'open' WHEN assessment.told_on IS NULL OR coalesce(assessment.told_on > $past, false) THEN 'to_tell'
       WHEN assessment.visibility = 'draft' THEN 'to_publish' ELSE 'published' END AS stage
WHERE $stage IS NULL OR stage = $stage
RETURN count(assessment) AS total
