// The choices of the filters of the list: how many assessments have each, given the other filters.
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
WITH assessment,
     COLLECT { MATCH (starter)-[starts:INITIATES]->(initiative) WHERE starts.until IS NULL RETURN DISTINCT
       CASE WHEN starter:Person THEN 'resident' ELSE coalesce(starter.organisation_kind, 'other') END } AS kinds,
     COLLECT { MATCH (initiative)-[tag:HAS_THEME]->(:Theme)-[:NARROWER_THAN*0..4]->(theme:Theme)
       WHERE tag.until IS NULL AND theme.visibility IN $visible RETURN DISTINCT theme } AS themes,
     COLLECT { MATCH (initiative)-[place:LOCATED_IN]->(:Area)-[:PART_OF*0..4]->(area:Area)
       WHERE place.until IS NULL AND area.visibility IN $visible RETURN DISTINCT area } AS areas,
     CASE WHEN assessment.decided_on IS NULL THEN 'open' WHEN assessment.told_on IS NULL THEN 'to_tell'
       WHEN assessment.visibility = 'draft' THEN 'to_publish' ELSE 'published' END AS stage
WITH collect({outcome: assessment.outcome, kinds: kinds, themes: themes, areas: areas, stage: stage,
       fits: [$outcome IS NULL OR coalesce(assessment.outcome = $outcome, false), $initiator IS NULL OR $initiator IN kinds,
         $theme IS NULL OR any(each IN themes WHERE each.id = $theme),
         $area IS NULL OR any(each IN areas WHERE each.id = $area), $stage IS NULL OR stage = $stage]}) AS found
CALL (found) {
  UNWIND [each IN found WHERE all(n IN [1, 2, 3, 4] WHERE each.fits[n]) AND each.outcome IS NOT NULL] AS each
  RETURN 'outcome' AS filter, each.outcome AS value, each.outcome AS name, count(*) AS assessments
  UNION
  UNWIND [each IN found WHERE all(n IN [0, 2, 3, 4] WHERE each.fits[n])] AS each
  UNWIND each.kinds AS kind
  RETURN 'initiator' AS filter, kind AS value, kind AS name, count(*) AS assessments
  UNION
  UNWIND [each IN found WHERE all(n IN [0, 1, 3, 4] WHERE each.fits[n])] AS each
  UNWIND each.themes AS theme
  RETURN 'theme' AS filter, theme.id AS value, theme.name AS name, count(*) AS assessments
  UNION
  UNWIND [each IN found WHERE all(n IN [0, 1, 2, 4] WHERE each.fits[n])] AS each
  UNWIND each.areas AS area
  RETURN 'area' AS filter, area.id AS value, area.name AS name, count(*) AS assessments
  UNION
  UNWIND [each IN found WHERE all(n IN [0, 1, 2, 3] WHERE each.fits[n])] AS each
  RETURN 'stage' AS filter, each.stage AS value, each.stage AS name, count(*) AS assessments
}
RETURN filter AS filter, value AS value, name AS name, assessments AS assessments
ORDER BY filter, toLower(name), value
