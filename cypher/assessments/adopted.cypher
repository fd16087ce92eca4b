// The version of the assessment framework that holds today.
// $visible: list of string — visibilities the reader may see
MATCH (framework:AssessmentFramework {framework_state: 'adopted'})
WHERE framework.visibility IN $visible
RETURN 'AssessmentFramework' AS kind, framework.id AS id, framework.name AS name
ORDER BY framework.adopted_on DESC, id
LIMIT 1
