// Initiatives that work at no goal of the municipality, as far as is known.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — at most this many
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
  AND initiative.merged_into IS NULL
  AND NOT EXISTS { MATCH (initiative)-[works:CONTRIBUTES_TO]->(:Goal) WHERE works.until IS NULL }
WITH initiative LIMIT $limit
RETURN 'Initiative' AS kind, initiative.id AS id, initiative.name AS name
ORDER BY toLower(name), id
