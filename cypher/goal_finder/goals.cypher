// Every goal of today with the words it is known by: its own, those above it in the tree, and those of its themes.
// $visible: list of string — visibilities the reader may see
// $on: date — today
MATCH (goal:Goal)
WHERE goal.visibility IN $visible AND (goal.until IS NULL OR goal.until > $on) AND goal.merged_into IS NULL
RETURN goal.id AS id, goal.name AS name, goal.description AS description,
       coalesce(goal.open_for_contribution, false) AS is_open,
       COLLECT { MATCH (goal)-[up:PART_OF*1..2]->(above:Goal)
         WHERE all(step IN up WHERE step.until IS NULL) AND above.visibility IN $visible
         RETURN DISTINCT above.name ORDER BY above.name } AS above,
       COLLECT { MATCH (goal)-[tag:HAS_THEME]->(theme:Theme)
         WHERE tag.until IS NULL AND theme.visibility IN $visible
         RETURN {kind: 'Theme', id: theme.id, name: theme.name, detail: theme.description}
         ORDER BY theme.name } AS themes
ORDER BY goal.id
LIMIT 3000
