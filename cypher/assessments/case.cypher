// One assessment with the initiative it is about and the framework it was made under.
// $id: string — the assessment
// $visible: list of string — visibilities the reader may see
MATCH (assessment:Assessment {id: $id})-[judges:JUDGES]->(initiative:Initiative)
WHERE judges.until IS NULL AND assessment.visibility IN $visible AND initiative.visibility IN $visible
MATCH (assessment)-[under:UNDER]->(framework:AssessmentFramework)
WHERE under.until IS NULL
WITH assessment, initiative, framework ORDER BY initiative.id, framework.id LIMIT 1
RETURN assessment.id AS id, assessment.version AS version, assessment.visibility AS visibility,
       coalesce(assessment.lang, 'nl') AS lang, assessment.name AS name, assessment.outcome AS outcome,
       assessment.motivation AS motivation, assessment.deviation AS deviation, assessment.asked_on AS asked_on,
       assessment.decided_on AS decided_on, assessment.told_on AS told_on, assessment.until AS until,
       {kind: 'Initiative', id: initiative.id, name: initiative.name} AS initiative,
       {kind: 'AssessmentFramework', id: framework.id, name: framework.name} AS framework,
       framework.framework_state AS framework_state, framework.adopted_on AS adopted_on
