// The choices of the filters of the list: how many assessments have each, given the other filters.
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
WITH assessment, decided,
     COLLECT { MATCH (starter)-[starts:INITIATES]->(initiative) WHERE NOT coalesce(starts.since > $on OR starts.until <= $on, false) RETURN DISTINCT
       CASE WHEN starter:Person THEN 'resident' ELSE coalesce(starter.organisation_kind, 'other') END } AS kinds,
     COLLECT { MATCH (initiative)-[tag:HAS_THEME]->(:Theme) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (theme:Theme)
       WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND theme.visibility IN $visible RETURN DISTINCT theme } AS themes,
     COLLECT { MATCH (initiative)-[place:LOCATED_IN]->(:Area) ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (area:Area)
       WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND area.visibility IN $visible RETURN DISTINCT area } AS areas,
     CASE WHEN decided.decided_on IS NULL THEN 'open' WHEN assessment.told_on IS NULL OR coalesce(assessment.told_on > $past, false) THEN 'to_tell'
       WHEN assessment.visibility = 'draft' THEN 'to_publish' ELSE 'published' END AS stage
WITH collect({outcome: decided.outcome, kinds: kinds, themes: themes, areas: areas, stage: stage,
       fits: [$outcome IS NULL OR coalesce(decided.outcome = $outcome, false), $initiator IS NULL OR $initiator IN kinds,
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
