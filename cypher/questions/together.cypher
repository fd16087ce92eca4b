// Pairs of initiatives with money from one scheme that work at the same goals and show no contact, newest first.
// $scheme: string — the scheme
// $goal: string or null — both work at this goal or below it; null when any goal in common will do
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $most: integer — look at this many of the newest initiatives of the scheme
// $limit: integer — at most this many answers
CALL () {
  MATCH (:Goal {id: $goal})<-[parts:PART_OF]-{0,6}(goal:Goal)
  WHERE all(part IN parts WHERE part.until IS NULL)
  RETURN collect(DISTINCT goal.id) AS tree
}
MATCH (:SubsidyScheme {id: $scheme})<-[under:UNDER]-(gift:Contribution)-[to:TO]->(initiative:Initiative)
WHERE NOT coalesce(under.until <= $on OR to.until <= $on, false) AND gift.visibility IN $visible AND initiative.visibility IN $visible
  AND coalesce(gift.amount_granted, 1.0) > 0 AND NOT coalesce(gift.refused_on <= $on, false) AND initiative.merged_into IS NULL
  AND (initiative.until IS NULL OR initiative.until > $on)
  AND NOT coalesce(initiative.status, 'idea') IN ['completed', 'stopped']
WITH DISTINCT tree, initiative
WITH initiative, COLLECT { MATCH (initiative)-[works:CONTRIBUTES_TO]->(goal:Goal)
       WHERE works.until IS NULL AND goal.visibility IN $visible AND ($goal IS NULL OR goal.id IN tree)
       RETURN DISTINCT goal } AS goals
WHERE size(goals) > 0
WITH initiative, goals
ORDER BY initiative.id DESC
LIMIT $most
WITH collect({initiative: initiative, goals: goals}) AS found
UNWIND range(0, size(found) - 2) AS one
UNWIND range(one + 1, size(found) - 1) AS two
WITH found[two].initiative AS first, found[one].initiative AS second, found[two].goals AS ours, found[one].goals AS theirs
WITH first, second, ours + [goal IN theirs WHERE NOT goal IN ours] AS either, [goal IN ours WHERE goal IN theirs] AS both
WHERE $goal IS NOT NULL OR size(both) > 0
WITH first, second, either, both
WHERE NOT EXISTS { MATCH (first)<-[a:INITIATES]-()-[b:INITIATES]->(second) WHERE a.until IS NULL AND b.until IS NULL }
WITH first, second, either, both
WHERE NOT EXISTS { MATCH (first)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(second) WHERE bridge.state <> 'suggested' }
WITH first, second, either, both
LIMIT $limit
RETURN first.id + ':' + second.id AS key,
       [each IN [first, second] | {kind: 'Initiative', id: each.id, name: each.name}] AS subjects,
       COLLECT { UNWIND CASE WHEN size(both) > 0 THEN both ELSE either END AS goal
         RETURN {kind: 'Goal', id: goal.id, name: goal.name} ORDER BY goal.name LIMIT 3 } AS through,
       null AS amount,
       COLLECT { UNWIND [first, second] AS each MATCH (each)-[place:LOCATED_IN]->(area:Area)
         WHERE place.until IS NULL AND area.visibility IN $visible
         RETURN DISTINCT area.name AS name ORDER BY name LIMIT 3 } AS areas
ORDER BY second.id DESC, first.id DESC
