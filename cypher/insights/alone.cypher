// Initiatives that share no goal or partner with another, and nobody who undertakes both.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — at most this many
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
  AND initiative.merged_into IS NULL
  AND NOT EXISTS {
    MATCH (initiative)-[ours:CONTRIBUTES_TO|PARTNERS_IN|INITIATES]-(thing)-[theirs:CONTRIBUTES_TO|PARTNERS_IN|INITIATES]-(other:Initiative)
    WHERE other <> initiative AND ours.until IS NULL AND theirs.until IS NULL
      AND other.visibility IN $visible AND (other.until IS NULL OR other.until > $on)
  }
WITH initiative LIMIT $limit
RETURN 'Initiative' AS kind, initiative.id AS id, initiative.name AS name
ORDER BY toLower(name), id
