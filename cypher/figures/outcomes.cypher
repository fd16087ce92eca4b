// How published assessments came out, per team that handles the initiative.
// $visible: list of string — visibilities the reader may see
// $past: date or null — the earlier day that is shown; null for today
// $on: date — the day
// $limit: integer — how many
MATCH (assessment:Assessment)-[judges:JUDGES]->(initiative:Initiative)-[handled:HANDLED_BY]->(team:Department)
WHERE NOT coalesce(judges.until <= $on, false) AND NOT coalesce(handled.since > $on OR handled.until <= $on, false) AND assessment.visibility IN $visible
  AND initiative.visibility IN $visible AND team.visibility IN $visible
  AND (assessment.until IS NULL OR assessment.until > $on)
  AND assessment.told_on IS NOT NULL AND ($past IS NULL OR coalesce(assessment.told_on <= $past, true)) AND assessment.outcome IS NOT NULL
WITH DISTINCT assessment, team
RETURN 'Department' AS kind, team.id AS id, team.name AS name, count(assessment) AS cases,
       count(CASE assessment.outcome WHEN 'supported' THEN 1 END) AS supported,
       count(CASE assessment.outcome WHEN 'partly' THEN 1 END) AS partly,
       count(CASE assessment.outcome WHEN 'not_supported' THEN 1 END) AS not_supported
ORDER BY toLower(name), id
LIMIT $limit
