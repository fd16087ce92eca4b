// Teams that deal with initiatives at the same goals and with no initiative together: how many, those with most goals first.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — so many are named
MATCH (goal:Goal)<-[works:CONTRIBUTES_TO]-(initiative:Initiative)-[deals:HANDLED_BY]->(team:Department)
WHERE works.until IS NULL AND deals.until IS NULL AND goal.visibility IN $visible AND team.visibility IN $visible
  AND initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
WITH goal, collect(DISTINCT team) AS teams
WHERE size(teams) > 1
UNWIND teams AS one
UNWIND teams AS other
WITH one, other, goal
WHERE one.id < other.id
WITH one, other, goal ORDER BY goal.name, goal.id
WITH one, other, collect(goal) AS goals
WHERE NOT EXISTS {
  MATCH (one)<-[ours:HANDLED_BY]-(:Initiative)-[theirs:HANDLED_BY]->(other) WHERE ours.until IS NULL AND theirs.until IS NULL
}
WITH one, other, goals ORDER BY size(goals) DESC, one.name, other.name, one.id, other.id
WITH collect({one: one, other: other, goals: goals}) AS found
RETURN size(found) AS number, [pair IN found[..$limit] | {
    one: {kind: 'Department', id: pair.one.id, name: pair.one.name},
    other: {kind: 'Department', id: pair.other.id, name: pair.other.name},
    goals: [each IN pair.goals | {kind: 'Goal', id: each.id, name: each.name}]
  }] AS first
