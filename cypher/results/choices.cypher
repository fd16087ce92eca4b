// The choices of the filters of the list: how many results it would show with each, given the other filters.
// $visible: list of string — visibilities the reader may see
// $goal: string or null — a goal, with those below it
// $theme: string or null — a theme of the initiative, with the narrower ones
// $area: string or null — an area of the initiative, with those inside it
// $limit: integer — tell no higher number than one more than this
MATCH (result:Result)
WHERE result.visibility IN $visible AND result.until IS NULL
WITH result,
     $goal IS NULL OR EXISTS {
       MATCH (result)-[for:COUNTS_FOR]->(:Goal)-[:PART_OF*0..4]->(:Goal {id: $goal}) WHERE for.until IS NULL } AS fits_goal,
     $theme IS NULL OR EXISTS {
       MATCH (result)<-[:ACHIEVED]-(:Initiative)-[tag:HAS_THEME]->(:Theme)-[:NARROWER_THAN*0..4]->(:Theme {id: $theme})
       WHERE tag.until IS NULL } AS fits_theme,
     $area IS NULL OR EXISTS {
       MATCH (result)<-[:ACHIEVED]-(:Initiative)-[place:LOCATED_IN]->(:Area)-[:PART_OF*0..4]->(:Area {id: $area})
       WHERE place.until IS NULL } AS fits_area
WITH collect({result: result, goal: fits_goal, theme: fits_theme, area: fits_area}) AS found
CALL (found) {
  UNWIND [each IN found WHERE each.theme AND each.area | each.result] AS result
  MATCH (result)-[for:COUNTS_FOR]->(first:Goal) WHERE for.until IS NULL
  WITH first, collect(result) AS results
  MATCH (first)-[:PART_OF*0..4]->(choice:Goal) WHERE choice.visibility IN $visible
  UNWIND results AS result
  RETURN 'goal' AS filter, choice, count(DISTINCT result) AS results
  UNION ALL
  UNWIND [each IN found WHERE each.goal AND each.area | each.result] AS result
  MATCH (result)<-[:ACHIEVED]-(:Initiative)-[tag:HAS_THEME]->(first:Theme) WHERE tag.until IS NULL
  WITH first, collect(DISTINCT result) AS results
  MATCH (first)-[:NARROWER_THAN*0..4]->(choice:Theme) WHERE choice.visibility IN $visible
  UNWIND results AS result
  RETURN 'theme' AS filter, choice, count(DISTINCT result) AS results
  UNION ALL
  UNWIND [each IN found WHERE each.goal AND each.theme | each.result] AS result
  MATCH (result)<-[:ACHIEVED]-(:Initiative)-[place:LOCATED_IN]->(first:Area) WHERE place.until IS NULL
  WITH first, collect(DISTINCT result) AS results
  MATCH (first)-[:PART_OF*0..4]->(choice:Area) WHERE choice.visibility IN $visible
  UNWIND results AS result
  RETURN 'area' AS filter, choice, count(DISTINCT result) AS results
  UNION ALL // what is chosen stays a choice where nothing is left of it
  MATCH (choice:Goal {id: $goal}) WHERE choice.visibility IN $visible
  RETURN 'goal' AS filter, choice, 0 AS results
  UNION ALL
  MATCH (choice:Theme {id: $theme}) WHERE choice.visibility IN $visible
  RETURN 'theme' AS filter, choice, 0 AS results
  UNION ALL
  MATCH (choice:Area {id: $area}) WHERE choice.visibility IN $visible
  RETURN 'area' AS filter, choice, 0 AS results
}
WITH filter, choice, max(results) AS results
RETURN filter AS filter, choice.id AS value, choice.name AS name,
       CASE WHEN results > $limit THEN $limit + 1 ELSE results END AS found
ORDER BY filter, toLower(name), value
