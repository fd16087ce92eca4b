// One page of a selection of assessments, in the order asked for.
// $visible: list of string — visibilities the reader may see
// $on: date — today
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
WHERE judges.until IS NULL AND assessment.visibility IN $visible AND initiative.visibility IN $visible
  AND (assessment.until IS NULL OR assessment.until > $on)
  AND ($initiative IS NULL OR initiative.id = $initiative)
  AND ($outcome IS NULL OR assessment.outcome = $outcome)
  AND ($initiator IS NULL OR EXISTS { MATCH (starter)-[starts:INITIATES]->(initiative)
    WHERE starts.until IS NULL
      AND CASE WHEN starter:Person THEN 'resident' ELSE coalesce(starter.organisation_kind, 'other') END = $initiator })
  AND ($theme IS NULL OR EXISTS {
    MATCH (initiative)-[tag:HAS_THEME]->(:Theme)-[:NARROWER_THAN*0..4]->(:Theme {id: $theme}) WHERE tag.until IS NULL })
  AND ($area IS NULL OR EXISTS {
    MATCH (initiative)-[place:LOCATED_IN]->(:Area)-[:PART_OF*0..4]->(:Area {id: $area}) WHERE place.until IS NULL })
WITH assessment, initiative, CASE WHEN assessment.decided_on IS NULL THEN 'open' WHEN assessment.told_on IS NULL THEN 'to_tell'
       WHEN assessment.visibility = 'draft' THEN 'to_publish' ELSE 'published' END AS stage
WHERE $stage IS NULL OR stage = $stage
WITH assessment, initiative, stage, coalesce(assessment.decided_on, assessment.asked_on) AS day,
     duration.inDays(assessment.asked_on, assessment.decided_on).days AS days
ORDER BY CASE WHEN $order = 'name' THEN toLower(initiative.name) END, CASE WHEN $order = 'slowest' THEN coalesce(days, -1) END DESC,
         CASE WHEN $order = 'oldest' THEN day END, CASE WHEN $order <> 'oldest' THEN day END DESC, assessment.id
SKIP $skip LIMIT $limit
RETURN assessment.id AS id, assessment.name AS name, assessment.outcome AS outcome, assessment.motivation AS motivation,
       assessment.visibility AS visibility, assessment.asked_on AS asked_on, assessment.decided_on AS decided_on,
       assessment.told_on AS told_on, days AS days, stage AS stage,
       {kind: 'Initiative', id: initiative.id, name: initiative.name} AS initiative,
       COLLECT { MATCH (starter)-[starts:INITIATES]->(initiative) WHERE starts.until IS NULL
         WITH DISTINCT CASE WHEN starter:Person THEN 'resident' ELSE coalesce(starter.organisation_kind, 'other') END AS kind
         RETURN kind ORDER BY kind } AS initiators,
       COLLECT { MATCH (initiative)-[place:LOCATED_IN]->(area:Area)
         WHERE place.until IS NULL AND area.visibility IN $visible
         RETURN {kind: 'Area', id: area.id, name: area.name} ORDER BY area.name } AS areas,
       COLLECT { MATCH (initiative)-[tag:HAS_THEME]->(theme:Theme)
         WHERE tag.until IS NULL AND theme.visibility IN $visible
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name } AS themes
