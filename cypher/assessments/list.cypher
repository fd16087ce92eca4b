// One page of a selection of assessments, in the order asked for.
// $visible: list of string — visibilities the reader may see
// $past: date or null — the earlier day that is shown; null for today
// $on: date — the day
// $outcome: string or null — an outcome
// $initiator: string or null — a kind of initiator
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
// $stage: string or null — how far it is
// $initiative: string or null — one initiative
// $order: string — newest, oldest, name or slowest
// $skip: integer — rows before the page
// $limit: integer — rows on the page
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
WITH assessment, initiative, decided, stage, coalesce(decided.decided_on, assessment.asked_on) AS day,
     duration.inDays(assessment.asked_on, decided.decided_on).days AS days
ORDER BY CASE WHEN $order = 'name' THEN toLower(initiative.name) END, CASE WHEN $order = 'slowest' THEN coalesce(days, -1) END DESC,
         CASE WHEN $order = 'oldest' THEN day END, CASE WHEN $order <> 'oldest' THEN day END DESC, assessment.id
SKIP $skip LIMIT $limit
RETURN assessment.id AS id, assessment.name AS name, decided.outcome AS outcome, decided.motivation AS motivation,
       assessment.visibility AS visibility, assessment.asked_on AS asked_on, decided.decided_on AS decided_on,
       CASE WHEN $past IS NULL OR coalesce(assessment.told_on <= $past, true) THEN assessment.told_on END AS told_on, days AS days, stage AS stage,
       {kind: 'Initiative', id: initiative.id, name: initiative.name} AS initiative,
       COLLECT { MATCH (starter)-[starts:INITIATES]->(initiative) WHERE NOT coalesce(starts.since > $on OR starts.until <= $on, false)
         WITH DISTINCT CASE WHEN starter:Person THEN 'resident' ELSE coalesce(starter.organisation_kind, 'other') END AS kind
         RETURN kind ORDER BY kind } AS initiators,
       COLLECT { MATCH (initiative)-[place:LOCATED_IN]->(area:Area)
         WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND area.visibility IN $visible
         RETURN {kind: 'Area', id: area.id, name: area.name} ORDER BY area.name } AS areas,
       COLLECT { MATCH (initiative)-[tag:HAS_THEME]->(theme:Theme)
         WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND theme.visibility IN $visible
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name } AS themes
