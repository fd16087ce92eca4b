// The initiatives that contribute to one goal.
// $id: string — the goal
// $visible: list of string — visibilities the reader may see
// $on: date — today
MATCH (goal:Goal {id: $id})<-[work:CONTRIBUTES_TO]-(initiative:Initiative)
WHERE work.until IS NULL AND initiative.visibility IN $visible
  AND (initiative.until IS NULL OR initiative.until > $on)
RETURN 'Initiative' AS kind, initiative.id AS id, initiative.name AS name, initiative.summary AS detail
ORDER BY toLower(name), id
LIMIT 500
