// How many results a selection has.
// $visible: list of string — visibilities the reader may see
// $goal: string or null — a goal, with those below it
// $theme: string or null — a theme of the initiative, with the narrower ones
// $area: string or null — an area of the initiative, with those inside it
// $limit: integer — count no further than this
MATCH (result:Result)
WHERE result.visibility IN $visible AND result.until IS NULL
  AND ($goal IS NULL OR EXISTS {
    MATCH (result)-[for:COUNTS_FOR]->(:Goal)-[:PART_OF*0..4]->(:Goal {id: $goal}) WHERE for.until IS NULL })
  AND ($theme IS NULL OR EXISTS {
    MATCH (result)<-[:ACHIEVED]-(:Initiative)-[tag:HAS_THEME]->(:Theme)-[:NARROWER_THAN*0..4]->(:Theme {id: $theme})
    WHERE tag.until IS NULL })
  AND ($area IS NULL OR EXISTS {
    MATCH (result)<-[:ACHIEVED]-(:Initiative)-[place:LOCATED_IN]->(:Area)-[:PART_OF*0..4]->(:Area {id: $area})
    WHERE place.until IS NULL })
WITH result LIMIT $limit
RETURN count(result) AS total
