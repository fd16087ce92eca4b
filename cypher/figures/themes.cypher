// The themes that most initiatives have.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — how many
MATCH (theme:Theme)<-[tag:HAS_THEME]-(each:Initiative)
WHERE tag.until IS NULL AND theme.visibility IN $visible AND each.visibility IN $visible
  AND (each.until IS NULL OR each.until > $on)
RETURN 'Theme' AS kind, theme.id AS id, theme.name AS name, count(DISTINCT each) AS initiatives
ORDER BY initiatives DESC, name, id
LIMIT $limit
