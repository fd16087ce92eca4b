// One version of the assessment framework.
// $id: string — the version
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
MATCH (framework:AssessmentFramework {id: $id})
WHERE framework.visibility IN $visible
WITH framework,
     CASE WHEN framework.framework_state IS NULL OR coalesce(framework.adopted_on > $past, false) THEN 'draft'
         WHEN framework.framework_state = 'retired' AND coalesce(framework.until > $past, false) THEN 'adopted'
         ELSE framework.framework_state END AS state,
     CASE WHEN $past IS NULL OR coalesce(framework.adopted_on <= $past, true) THEN framework.adopted_on END AS adopted_on,
     CASE WHEN $past IS NULL OR coalesce(framework.until <= $past, true) THEN framework.until END AS until
RETURN framework.id AS id, framework.version AS version, framework.visibility AS visibility,
       coalesce(framework.lang, 'nl') AS lang, framework.name AS name, framework.description AS description,
       framework.vision AS vision, framework.url AS url, adopted_on AS adopted_on, until AS until,
       state AS framework_state,
       head(COLLECT { MATCH (framework)-[adopted:ADOPTED_BY]->(body:Body)
         WHERE NOT coalesce(adopted.until <= $on OR framework.adopted_on > $past, false) AND body.visibility IN $visible
         RETURN {kind: 'Body', id: body.id, name: body.name} ORDER BY body.name }) AS adopted_by
