// The other versions that were ever adopted, with the days between which they hold.
// $id: string — the version that is adopted now
MATCH (framework:AssessmentFramework)
WHERE framework.id <> $id AND framework.framework_state IN ['adopted', 'retired']
RETURN framework.id AS id, framework.version AS version, framework.framework_state AS framework_state,
       framework.adopted_on AS adopted_on, framework.until AS until
ORDER BY adopted_on, id
