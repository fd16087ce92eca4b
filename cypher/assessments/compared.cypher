// The earlier assessments that one was compared with, when the outcome was decided; none that was decided later.
// $id: string — the assessment
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (this:Assessment {id: $id})-[beside:COMPARED_WITH]->(case:Assessment)-[judges:JUDGES]->(initiative:Initiative)
WHERE NOT coalesce(beside.until <= $on, false) AND NOT coalesce(judges.until <= $on, false) AND case.visibility IN $visible AND initiative.visibility IN $visible
  AND NOT coalesce(case.decided_on > this.decided_on, false)
RETURN case.id AS id, initiative.name AS name, case.outcome AS outcome, case.decided_on AS decided_on
ORDER BY decided_on DESC, name, id
