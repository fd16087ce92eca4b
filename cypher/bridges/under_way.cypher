// Bridges in one of these states: those where the last step was longest ago first, or those that changed last.
// $states: list of string — states past suggested
// $longest: boolean — those of the longest ago first
// $visible: list of string — visibilities the reader may see
// $limit: integer — at most this many
MATCH (bridge:Bridge)
WHERE bridge.state IN $states
MATCH (bridge)-[:BETWEEN]->(first:Initiative)
MATCH (bridge)-[:BETWEEN]->(second:Initiative|Organisation)
WHERE (second:Organisation OR first.id < second.id) AND first.visibility IN $visible AND second.visibility IN $visible
WITH bridge, first, second
ORDER BY CASE WHEN $longest THEN bridge.state_since END, bridge.state_since DESC, first.id, second.id
LIMIT $limit
// A step that followed from what a group said itself leaves the bridge with who took the one before.
RETURN bridge.state AS state, bridge.state_since AS since, bridge.state_by AS by,
       COLLECT { MATCH (bridge)-[:TOOK]->(step:BridgeStep {what: 'state'})
         WHERE step.back_at IS NULL AND NOT coalesce(step.by_group, step.state = 'accepted')
         RETURN step.by ORDER BY step.at DESC, step.id DESC LIMIT 1 }[0] AS builder,
       coalesce(bridge.text, bridge.wish) AS text, bridge.reminded_at AS reminded_at,
       first.id AS first_id, first.name AS first, second.id AS second_id, second.name AS second, second:Organisation AS with_organisation
ORDER BY CASE WHEN $longest THEN since END, since DESC, first_id, second_id
