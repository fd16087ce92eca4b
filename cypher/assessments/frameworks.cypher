// Every version of the assessment framework: drafts first, then from new to old.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
MATCH (framework:AssessmentFramework)
WHERE framework.visibility IN $visible
WITH framework,
     CASE WHEN framework.framework_state IS NULL OR coalesce(framework.adopted_on > $past, false) THEN 'draft'
         WHEN framework.framework_state = 'retired' AND coalesce(framework.until > $past, false) THEN 'adopted'
         ELSE framework.framework_state END AS state,
     CASE WHEN $past IS NULL OR coalesce(framework.adopted_on <= $past, true) THEN framework.adopted_on END AS adopted_on,
     CASE WHEN $past IS NULL OR coalesce(framework.until <= $past, true) THEN framework.until END AS until
RETURN framework.id AS id, framework.name AS name, state AS framework_state,
       adopted_on AS adopted_on, until AS until,
       COUNT { MATCH (framework)<-[part:PART_OF]-(:Criterion) WHERE NOT coalesce(part.until <= $on, false) } AS criteria,
       COUNT { MATCH (framework)<-[under:UNDER]-(assessment:Assessment)-[judges:JUDGES]->(initiative:Initiative)
         WHERE NOT coalesce(under.until <= $on, false) AND NOT coalesce(judges.until <= $on, false)
           AND ($past IS NULL OR NOT (coalesce(assessment.asked_on > $past, assessment.decided_on > $past, false)
             AND coalesce(assessment.decided_on > $past, assessment.asked_on > $past, false)))
           AND assessment.visibility IN $visible AND initiative.visibility IN $visible } AS assessments
ORDER BY CASE framework_state WHEN 'draft' THEN 0 WHEN 'adopted' THEN 1 ELSE 2 END, adopted_on DESC, name, id
