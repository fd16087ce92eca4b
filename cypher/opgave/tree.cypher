// A goal and all goals below it, each with the goal it hangs under and the initiatives that work at it.
// $id: string — the goal at the top
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH path = (goal:Goal)-[:PART_OF*0..6]->(top:Goal {id: $id})
WHERE all(step IN relationships(path) WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  AND all(each IN nodes(path) WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on))
WITH goal, min(length(path)) AS depth, head(collect(nodes(path)[1])) AS parent
RETURN goal.id AS id, goal.name AS name, goal.code AS code, goal.level AS level, parent.id AS parent_id, depth AS depth,
       coalesce(goal.open_for_contribution, false) AS open_for_contribution,
       COLLECT { MATCH (goal)<-[work:CONTRIBUTES_TO]-(each:Initiative)
         WHERE NOT coalesce(work.since > $on OR work.until <= $on, false) AND each.visibility IN $visible
           AND (each.until IS NULL OR each.until > $on) AND each.merged_into IS NULL
         RETURN DISTINCT each.id AS id ORDER BY id } AS initiatives
ORDER BY depth, code, name, id
