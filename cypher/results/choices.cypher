// The choices of the filters of the list of results, each with how many results there are, whatever else is chosen.
// $visible: list of string — visibilities the reader may see
// $limit: integer — count no further than this
MATCH (result:Result)
WHERE result.visibility IN $visible AND result.until IS NULL
CALL (result) {
  MATCH (result)-[link:COUNTS_FOR]->(goal:Goal) WHERE link.until IS NULL AND goal.visibility IN $visible
  RETURN 'goal' AS filter, goal AS choice
  UNION
  MATCH (result)<-[:ACHIEVED]-(:Initiative)-[link:HAS_THEME]->(:Theme)-[:NARROWER_THAN*0..4]->(theme:Theme)
  WHERE link.until IS NULL AND theme.visibility IN $visible
  RETURN 'theme' AS filter, theme AS choice
  UNION
  MATCH (result)<-[:ACHIEVED]-(:Initiative)-[link:LOCATED_IN]->(:Area)-[:PART_OF*0..4]->(area:Area)
  WHERE link.until IS NULL AND area.visibility IN $visible
  RETURN 'area' AS filter, area AS choice
}
WITH filter, choice, count(DISTINCT result) AS results
RETURN filter AS filter, choice.id AS value, choice.name AS name,
       CASE WHEN results > $limit THEN $limit + 1 ELSE results END AS found
ORDER BY filter, toLower(name), value
