// Bridges under way of which both sides are among these initiatives, last changed first.
// $initiatives: list of string — the initiatives
// $limit: integer — at most this many
UNWIND $initiatives AS id
MATCH (first:Initiative {id: id})<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(second:Initiative)
WHERE first.id < second.id AND second.id IN $initiatives AND bridge.state <> 'suggested'
RETURN bridge.state AS state, first.id AS first_id, first.name AS first, second.id AS second_id, second.name AS second
ORDER BY bridge.state_since DESC, first_id, second_id
LIMIT $limit
