// The version of the assessment framework that everybody may read on the day that is shown.
// $visible: list of string — visibilities the reader may see
// $past: date or null — the earlier day that is shown; null for today
// $on: date — the day
MATCH (framework:AssessmentFramework)
WHERE framework.visibility IN $visible AND (framework.until IS NULL OR framework.until > $on)
  AND CASE WHEN $past IS NULL THEN framework.framework_state = 'adopted'
    ELSE framework.framework_state IN ['adopted', 'retired'] AND coalesce(framework.adopted_on <= $past, true) END
RETURN 'AssessmentFramework' AS kind, framework.id AS id, framework.name AS name
ORDER BY framework.adopted_on DESC, id
LIMIT 1
