// Every bridge that was asked for, with the states it reached, and where and about what it is.
// $visible: list of string — visibilities the reader may see
// $limit: integer — at most this many
MATCH (bridge:Bridge)
WHERE bridge.state <> 'suggested'
MATCH (bridge)-[:BETWEEN]->(first:Initiative)
MATCH (bridge)-[:BETWEEN]->(second:Initiative|Organisation)
WHERE (second:Organisation OR first.id < second.id) AND first.visibility IN $visible AND second.visibility IN $visible
WITH bridge, first, second ORDER BY bridge.state_since DESC, bridge.id LIMIT $limit
RETURN first.id AS first_id, first.name AS first, second.id AS second_id, second.name AS second,
       second:Organisation AS with_organisation, bridge.state AS state,
       CASE WHEN bridge.state = 'result' THEN bridge.text END AS result,
       COLLECT { MATCH (bridge)-[:TOOK]->(step:BridgeStep {what: 'state'})
         WHERE step.back_at IS NULL
         RETURN {state: step.state, at: step.at} ORDER BY step.at, step.id } AS reached,
       COLLECT { MATCH (bridge)-[:BETWEEN]->()-[place:LOCATED_IN]->(area:Area)
         WHERE place.until IS NULL AND area.visibility IN $visible
         WITH DISTINCT area
         RETURN {kind: 'Area', id: area.id, name: area.name} ORDER BY area.name, area.id } AS areas,
       COLLECT { MATCH (bridge)-[:BETWEEN]->()-[about:HAS_THEME]->(theme:Theme)
         WHERE about.until IS NULL AND theme.visibility IN $visible
         WITH DISTINCT theme
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name, theme.id } AS themes
