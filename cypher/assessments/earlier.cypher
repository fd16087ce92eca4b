// The adopted versions that another version takes the place of.
// $id: string — the version that was adopted now
MATCH (framework:AssessmentFramework {framework_state: 'adopted'})
WHERE framework.id <> $id
RETURN framework.id AS id, framework.version AS version
ORDER BY id
