// Teams that deal with initiatives at the same goals and with no initiative together; most goals first.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — at most this many
MATCH (goal:Goal)<-[works:CONTRIBUTES_TO]-(initiative:Initiative)-[deals:HANDLED_BY]->(team:Department)
WHERE works.until IS NULL AND deals.until IS NULL AND goal.visibility IN $visible AND team.visibility IN $visible
  AND initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
WITH goal, collect(DISTINCT team) AS teams
WHERE size(teams) > 1
UNWIND teams AS one
UNWIND teams AS other
WITH one, other, goal
WHERE one.id < other.id
WITH one, other, collect(goal) AS goals
WHERE NOT EXISTS {
  MATCH (one)<-[ours:HANDLED_BY]-(:Initiative)-[theirs:HANDLED_BY]->(other) WHERE ours.until IS NULL AND theirs.until IS NULL
}
ORDER BY size(goals) DESC, one.id, other.id
LIMIT $limit
RETURN {kind: 'Department', id: one.id, name: one.name} AS one, {kind: 'Department', id: other.id, name: other.name} AS other,
       COLLECT { UNWIND goals AS goal RETURN {kind: 'Goal', id: goal.id, name: goal.name} ORDER BY goal.name } AS goals
ORDER BY size(goals) DESC, one.name, other.name
