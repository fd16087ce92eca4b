// How many assessments a selection has.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $outcome: string or null — an outcome
// $initiator: string or null — a kind of initiator
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
// $stage: string or null — how far it is
// $initiative: string or null — one initiative
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
RETURN count(assessment) AS total
