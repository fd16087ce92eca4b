// One version of the assessment framework.
// $id: string — the version
// $visible: list of string — visibilities the reader may see
MATCH (framework:AssessmentFramework {id: $id})
WHERE framework.visibility IN $visible
RETURN framework.id AS id, framework.version AS version, framework.visibility AS visibility,
       coalesce(framework.lang, 'nl') AS lang, framework.name AS name, framework.description AS description,
       framework.vision AS vision, framework.url AS url, framework.adopted_on AS adopted_on, framework.until AS until,
       coalesce(framework.framework_state, 'draft') AS framework_state,
       head(COLLECT { MATCH (framework)-[adopted:ADOPTED_BY]->(body:Body)
         WHERE adopted.until IS NULL AND body.visibility IN $visible
         RETURN {kind: 'Body', id: body.id, name: body.name} ORDER BY body.name }) AS adopted_by
