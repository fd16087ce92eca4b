// Teams and bodies that everybody may know, by name.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — how many
MATCH (team:Department|Body)
WHERE team.visibility IN $visible AND (team.until IS NULL OR team.until > $on)
RETURN [label IN labels(team) WHERE label <> 'Record'][0] AS kind, team.id AS id, team.name AS name
ORDER BY toLower(name), id
LIMIT $limit
