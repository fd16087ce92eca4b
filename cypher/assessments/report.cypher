// Outcome and lead time of decided assessments per kind of initiator, main theme and district.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $from: date or null — decided on this day or later
// $before: date — decided before this day
MATCH (assessment:Assessment)-[judges:JUDGES]->(initiative:Initiative)
WHERE NOT coalesce(judges.until <= $on, false) AND assessment.decided_on IS NOT NULL AND assessment.outcome IS NOT NULL
  AND assessment.visibility IN $visible AND initiative.visibility IN $visible AND (assessment.until IS NULL OR assessment.until > $on)
  AND ($from IS NULL OR assessment.decided_on >= $from) AND assessment.decided_on < $before
CALL (assessment, initiative) {
  RETURN 'all' AS dimension, '' AS value, '' AS name
  UNION
  MATCH (starter)-[starts:INITIATES]->(initiative)
  WHERE starts.until IS NULL OR starts.until > assessment.decided_on
  WITH DISTINCT CASE WHEN starter:Person THEN 'resident' ELSE coalesce(starter.organisation_kind, 'other') END AS kind
  RETURN 'initiator' AS dimension, kind AS value, kind AS name
  UNION
  MATCH (initiative)-[tag:HAS_THEME]->(:Theme) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (theme:Theme)
  WHERE (tag.until IS NULL OR tag.until > assessment.decided_on) AND theme.visibility IN $visible
    AND NOT EXISTS { MATCH (theme)-[higher:NARROWER_THAN]->(:Theme)
      WHERE NOT coalesce(higher.since > $on OR higher.until <= $on, false) }
  RETURN DISTINCT 'theme' AS dimension, theme.id AS value, theme.name AS name
  UNION
  MATCH (initiative)-[place:LOCATED_IN]->(:Area) ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (area:Area {level: 'district'})
  WHERE (place.until IS NULL OR place.until > assessment.decided_on) AND area.visibility IN $visible
  RETURN DISTINCT 'area' AS dimension, area.id AS value, area.name AS name
}
WITH dimension, value, name, assessment.outcome AS outcome,
     duration.inDays(assessment.asked_on, assessment.decided_on).days AS days
RETURN dimension AS dimension, value AS value, name AS name, count(*) AS cases,
       count(CASE outcome WHEN 'supported' THEN 1 END) AS supported, count(CASE outcome WHEN 'partly' THEN 1 END) AS partly,
       count(CASE outcome WHEN 'not_supported' THEN 1 END) AS not_supported, count(days) AS timed,
       percentileCont(days, 0.5) AS median_days
ORDER BY dimension, cases DESC, toLower(name), value
