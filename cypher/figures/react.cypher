// Put what those concerned say beside a figure.
// $key: string — the figure and the team
// $figure: string — which figure
// $team_id: string or null — the team or body that says it; null for the municipality as a whole
// $reaction: string — what they say
// $reaction_by: string — in whose name
// $day: date — when
MERGE (each:FigureReaction {key: $key})
SET each.figure = $figure, each.team_id = $team_id, each.reaction = $reaction, each.reaction_by = $reaction_by,
    each.reaction_on = $day
