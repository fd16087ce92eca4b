// The themes that most initiatives have on a day.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $not_yet: list of string — initiatives that were not there yet on that day
// $limit: integer — how many
MATCH (theme:Theme)<-[tag:HAS_THEME]-(each:Initiative)
WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND theme.visibility IN $visible AND each.visibility IN $visible
  AND (each.until IS NULL OR each.until > $on) AND NOT each.id IN $not_yet
RETURN 'Theme' AS kind, theme.id AS id, theme.name AS name, count(DISTINCT each) AS initiatives
ORDER BY initiatives DESC, name, id
LIMIT $limit
