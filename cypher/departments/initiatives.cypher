// The initiatives one team deals with.
// $id: string — the team
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $limit: integer — how many
MATCH (:Department {id: $id})<-[care:HANDLED_BY]-(initiative:Initiative)
WHERE NOT coalesce(care.since > $on OR care.until <= $on, false) AND initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
WITH DISTINCT initiative
RETURN 'Initiative' AS kind, initiative.id AS id, initiative.name AS name, initiative.summary AS detail
ORDER BY toLower(name), id
LIMIT $limit
