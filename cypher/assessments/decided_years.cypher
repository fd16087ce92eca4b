// In which years assessments were decided, the newest first, and how many in each.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $before: date — decided before this day
// $limit: integer — at most this many years
MATCH (assessment:Assessment)
WHERE assessment.decided_on IS NOT NULL AND assessment.outcome IS NOT NULL AND assessment.visibility IN $visible
  AND (assessment.until IS NULL OR assessment.until > $on) AND assessment.decided_on < $before
  AND EXISTS { MATCH (assessment)-[judges:JUDGES]->(initiative:Initiative)
    WHERE NOT coalesce(judges.until <= $on, false) AND initiative.visibility IN $visible }
WITH assessment.decided_on.year AS year, count(*) AS cases
RETURN year AS year, cases AS cases
ORDER BY year DESC
LIMIT $limit
