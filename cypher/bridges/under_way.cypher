// Bridges with which somebody did something, last changed first.
// $visible: list of string — visibilities the reader may see
// $limit: integer — at most this many
MATCH (bridge:Bridge)
WHERE bridge.state <> 'suggested'
MATCH (bridge)-[:BETWEEN]->(first:Initiative)
MATCH (bridge)-[:BETWEEN]->(second:Initiative)
WHERE first.id < second.id AND first.visibility IN $visible AND second.visibility IN $visible
RETURN bridge.state AS state, bridge.state_since AS since, bridge.state_by AS by, bridge.text AS text,
       first.id AS first_id, first.name AS first, second.id AS second_id, second.name AS second
ORDER BY since DESC, first_id, second_id
LIMIT $limit
