// The choices of the filters of the list: how many results it would show with each, given the other filters.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
// $goal: string or null — a goal, with those below it
// $theme: string or null — a theme of the initiative, with the narrower ones
// $area: string or null — an area of the initiative, with those inside it
// $limit: integer — tell no higher number than one more than this
MATCH (result:Result)
WHERE result.visibility IN $visible AND (result.until IS NULL OR result.until > $on)
  AND ($past IS NULL OR coalesce(result.reached_on <= $past, true))
WITH result,
     $goal IS NULL OR EXISTS {
       MATCH (result)-[for:COUNTS_FOR]->(:Goal) ((:Goal)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Goal)){0,4} (:Goal {id: $goal}) WHERE NOT coalesce(for.until <= $on, false) } AS fits_goal,
     $theme IS NULL OR EXISTS {
       MATCH (result)<-[came:ACHIEVED WHERE NOT coalesce(came.until <= $on, false)]-(:Initiative)-[tag:HAS_THEME]->(:Theme) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (:Theme {id: $theme})
       WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) } AS fits_theme,
     $area IS NULL OR EXISTS {
       MATCH (result)<-[came:ACHIEVED WHERE NOT coalesce(came.until <= $on, false)]-(:Initiative)-[place:LOCATED_IN]->(:Area) ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (:Area {id: $area})
       WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) } AS fits_area
WITH collect({result: result, goal: fits_goal, theme: fits_theme, area: fits_area}) AS found
CALL (found) {
  UNWIND [each IN found WHERE each.theme AND each.area | each.result] AS result
  MATCH (result)-[for:COUNTS_FOR]->(first:Goal) WHERE NOT coalesce(for.until <= $on, false)
  WITH first, collect(result) AS results
  MATCH (first) ((:Goal)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Goal)){0,4} (choice:Goal) WHERE choice.visibility IN $visible
  UNWIND results AS result
  RETURN 'goal' AS filter, choice, count(DISTINCT result) AS results
  UNION ALL
  UNWIND [each IN found WHERE each.goal AND each.area | each.result] AS result
  MATCH (result)<-[came:ACHIEVED WHERE NOT coalesce(came.until <= $on, false)]-(:Initiative)-[tag:HAS_THEME]->(first:Theme) WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
  WITH first, collect(DISTINCT result) AS results
  MATCH (first) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (choice:Theme) WHERE choice.visibility IN $visible
  UNWIND results AS result
  RETURN 'theme' AS filter, choice, count(DISTINCT result) AS results
  UNION ALL
  UNWIND [each IN found WHERE each.goal AND each.theme | each.result] AS result
  MATCH (result)<-[came:ACHIEVED WHERE NOT coalesce(came.until <= $on, false)]-(:Initiative)-[place:LOCATED_IN]->(first:Area) WHERE NOT coalesce(place.since > $on OR place.until <= $on, false)
  WITH first, collect(DISTINCT result) AS results
  MATCH (first) ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (choice:Area) WHERE choice.visibility IN $visible
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
