// One result.
// $id: string — the result
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
MATCH (result:Result {id: $id})
WHERE result.visibility IN $visible AND ($past IS NULL OR coalesce(result.reached_on <= $past, true))
RETURN result.id AS id, result.version AS version, result.visibility AS visibility, result.until AS until,
       coalesce(result.lang, 'nl') AS lang, result.name AS name, result.description AS description,
       result.indicator AS indicator, result.aimed_at AS aimed_at, result.achieved AS achieved,
       result.reached_on AS reached_on, result.without_municipality AS without_municipality,
       COLLECT { MATCH (result)<-[link:ACHIEVED]-(of:Initiative) WHERE NOT coalesce(link.until <= $on, false) AND of.visibility IN $visible
         RETURN {kind: 'Initiative', id: of.id, name: of.name} ORDER BY of.name } AS initiatives,
       COLLECT { MATCH (result)-[link:COUNTS_FOR]->(goal:Goal) WHERE NOT coalesce(link.until <= $on, false) AND goal.visibility IN $visible
         RETURN {kind: 'Goal', id: goal.id, name: goal.name} ORDER BY goal.name } AS goals
