// The initiatives that contribute to one goal.
// $id: string — the goal
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (goal:Goal {id: $id})<-[work:CONTRIBUTES_TO]-(initiative:Initiative)
WHERE NOT coalesce(work.since > $on OR work.until <= $on, false) AND initiative.visibility IN $visible
  AND (initiative.until IS NULL OR initiative.until > $on)
RETURN 'Initiative' AS kind, initiative.id AS id, initiative.name AS name, initiative.summary AS detail
ORDER BY toLower(name), id
LIMIT 500
