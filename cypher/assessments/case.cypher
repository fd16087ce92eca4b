// One assessment with the initiative it is about and the framework it was made under.
// $id: string — the assessment
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
MATCH (assessment:Assessment {id: $id})-[judges:JUDGES]->(initiative:Initiative)
WHERE NOT coalesce(judges.until <= $on, false) AND assessment.visibility IN $visible AND initiative.visibility IN $visible
  AND ($past IS NULL OR NOT (coalesce(assessment.asked_on > $past, assessment.decided_on > $past, false)
    AND coalesce(assessment.decided_on > $past, assessment.asked_on > $past, false)))
MATCH (assessment)-[under:UNDER]->(framework:AssessmentFramework)
WHERE NOT coalesce(under.until <= $on, false)
WITH assessment, initiative, framework,
     CASE WHEN $past IS NULL OR coalesce(assessment.decided_on <= $past, true) THEN assessment END AS decided
ORDER BY initiative.id, framework.id
LIMIT 1
RETURN assessment.id AS id, assessment.version AS version, assessment.visibility AS visibility,
       coalesce(assessment.lang, 'nl') AS lang, assessment.name AS name, decided.outcome AS outcome,
       decided.motivation AS motivation, decided.deviation AS deviation, assessment.asked_on AS asked_on,
       decided.decided_on AS decided_on, CASE WHEN $past IS NULL OR coalesce(assessment.told_on <= $past, true) THEN assessment.told_on END AS told_on, assessment.until AS until,
       {kind: 'Initiative', id: initiative.id, name: initiative.name} AS initiative,
       {kind: 'AssessmentFramework', id: framework.id, name: framework.name} AS framework,
       framework.framework_state AS framework_state, framework.adopted_on AS adopted_on
