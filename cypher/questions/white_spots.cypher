// Goals below one goal at which no initiative works, nor at any goal below them; in one area or in the whole town.
// $goal: string — the goal, which is not an answer itself
// $area: string or null — only initiatives in this area, with those inside it, are counted
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — at most this many answers
CALL () {
  MATCH (:Area {id: $area})<-[up:PART_OF*0..4]-(:Area)<-[place:LOCATED_IN]-(initiative:Initiative)
  WHERE place.until IS NULL AND all(step IN up WHERE step.until IS NULL) AND initiative.visibility IN $visible
    AND (initiative.until IS NULL OR initiative.until > $on)
  WITH DISTINCT initiative
  MATCH (initiative)-[works:CONTRIBUTES_TO]->(goal:Goal)
  WHERE works.until IS NULL
  RETURN collect(DISTINCT goal) AS served
}
MATCH (:Goal {id: $goal})<-[above:PART_OF]-{1,6}(goal:Goal)
WHERE all(part IN above WHERE part.until IS NULL) AND goal.visibility IN $visible
  AND (goal.until IS NULL OR goal.until > $on) AND goal.merged_into IS NULL
WITH DISTINCT goal, served
WHERE CASE WHEN $area IS NULL
    THEN NOT EXISTS {
      MATCH (goal)<-[parts:PART_OF]-{0,6}(:Goal)<-[works:CONTRIBUTES_TO]-(initiative:Initiative)
      WHERE all(part IN parts WHERE part.until IS NULL) AND works.until IS NULL
        AND initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on) }
    ELSE NOT EXISTS {
      MATCH (goal)<-[parts:PART_OF]-{0,6}(below:Goal)
      WHERE all(part IN parts WHERE part.until IS NULL) AND below IN served }
  END
WITH goal
ORDER BY goal.id DESC
LIMIT $limit
RETURN goal.id AS key, [{kind: 'Goal', id: goal.id, name: goal.name}] AS subjects,
       COLLECT { MATCH (goal)-[part:PART_OF]->(above:Goal)
         WHERE part.until IS NULL AND above.visibility IN $visible
         RETURN {kind: 'Goal', id: above.id, name: above.name} LIMIT 1 } AS through,
       null AS amount, [] AS areas
ORDER BY key DESC
