// A selection of results, in the order asked for; by day those without one stand last.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
// $initiative: string or null — an initiative
// $goal: string or null — a goal, with those below it
// $theme: string or null — a theme of the initiative, with the narrower ones
// $area: string or null — an area of the initiative, with those inside it
// $order: string — newest, oldest or name
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (result:Result)
WHERE result.visibility IN $visible AND (result.until IS NULL OR result.until > $on)
  AND ($past IS NULL OR coalesce(result.reached_on <= $past, true))
  AND ($initiative IS NULL OR EXISTS { (result)<-[came:ACHIEVED WHERE NOT coalesce(came.until <= $on, false)]-(:Initiative {id: $initiative}) })
  AND ($goal IS NULL OR EXISTS {
    MATCH (result)-[for:COUNTS_FOR]->(:Goal) ((:Goal)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Goal)){0,4} (:Goal {id: $goal}) WHERE NOT coalesce(for.until <= $on, false) })
  AND ($theme IS NULL OR EXISTS {
    MATCH (result)<-[came:ACHIEVED WHERE NOT coalesce(came.until <= $on, false)]-(:Initiative)-[tag:HAS_THEME]->(:Theme) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (:Theme {id: $theme})
    WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) })
  AND ($area IS NULL OR EXISTS {
    MATCH (result)<-[came:ACHIEVED WHERE NOT coalesce(came.until <= $on, false)]-(:Initiative)-[place:LOCATED_IN]->(:Area) ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (:Area {id: $area})
    WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) })
WITH result
ORDER BY CASE WHEN $order = 'name' THEN toLower(result.name) END, CASE WHEN $order = 'oldest' THEN result.reached_on END,
         $order = 'newest' AND result.reached_on IS NULL, CASE WHEN $order = 'newest' THEN result.reached_on END DESC,
         result.name, result.id
SKIP $skip LIMIT $limit
RETURN result.id AS id, result.version AS version, result.visibility AS visibility, result.until AS until,
       coalesce(result.lang, 'nl') AS lang, result.name AS name, result.description AS description,
       result.indicator AS indicator, result.aimed_at AS aimed_at, result.achieved AS achieved,
       result.reached_on AS reached_on, result.without_municipality AS without_municipality,
       COLLECT { MATCH (result)<-[link:ACHIEVED]-(of:Initiative) WHERE NOT coalesce(link.until <= $on, false) AND of.visibility IN $visible
         RETURN {kind: 'Initiative', id: of.id, name: of.name} ORDER BY of.name } AS initiatives,
       COLLECT { MATCH (result)-[link:COUNTS_FOR]->(goal:Goal) WHERE NOT coalesce(link.until <= $on, false) AND goal.visibility IN $visible
         RETURN {kind: 'Goal', id: goal.id, name: goal.name} ORDER BY goal.name } AS goals
ORDER BY CASE WHEN $order = 'name' THEN toLower(result.name) END, CASE WHEN $order = 'oldest' THEN result.reached_on END,
         $order = 'newest' AND result.reached_on IS NULL, CASE WHEN $order = 'newest' THEN result.reached_on END DESC,
         result.name, result.id
