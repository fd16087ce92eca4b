// The version of the assessment framework that everybody may read today.
// $visible: list of string — visibilities the reader may see
// $on: date — today
MATCH (framework:AssessmentFramework {framework_state: 'adopted'})
WHERE framework.visibility IN $visible AND (framework.until IS NULL OR framework.until > $on)
RETURN 'AssessmentFramework' AS kind, framework.id AS id, framework.name AS name
ORDER BY framework.adopted_on DESC, id
LIMIT 1
