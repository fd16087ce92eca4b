// Every version of the assessment framework: drafts first, then from new to old.
// $visible: list of string — visibilities the reader may see
MATCH (framework:AssessmentFramework)
WHERE framework.visibility IN $visible
RETURN framework.id AS id, framework.name AS name, coalesce(framework.framework_state, 'draft') AS framework_state,
       framework.adopted_on AS adopted_on, framework.until AS until,
       COUNT { MATCH (framework)<-[part:PART_OF]-(:Criterion) WHERE part.until IS NULL } AS criteria,
       COUNT { MATCH (framework)<-[under:UNDER]-(assessment:Assessment)-[judges:JUDGES]->(initiative:Initiative)
         WHERE under.until IS NULL AND judges.until IS NULL
           AND assessment.visibility IN $visible AND initiative.visibility IN $visible } AS assessments
ORDER BY CASE framework_state WHEN 'draft' THEN 0 WHEN 'adopted' THEN 1 ELSE 2 END, adopted_on DESC, name, id
