// Take a reaction away.
// $key: string — the figure and the team
MATCH (each:FigureReaction {key: $key})
DELETE each
