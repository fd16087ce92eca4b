// What those concerned say about figures: the municipality as a whole first, then each team.
// $visible: list of string — visibilities the reader may see
// $limit: integer — how many
MATCH (each:FigureReaction)
OPTIONAL MATCH (team:Department|Body {id: each.team_id})
WITH each, team
WHERE each.team_id IS NULL OR team.visibility IN $visible
RETURN each.figure AS figure, each.team_id AS team_id, team.name AS team_name, each.reaction AS reaction,
       each.reaction_by AS reaction_by, each.reaction_on AS reaction_on
ORDER BY figure, team_id IS NOT NULL, toLower(team_name), team_id
LIMIT $limit
