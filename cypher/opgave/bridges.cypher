// Bridges that came further than a suggestion, with both sides among these initiatives, last changed first.
// $initiatives: list of string — the initiatives
// $limit: integer — at most this many
UNWIND $initiatives AS id
MATCH (first:Initiative {id: id})<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(second:Initiative)
WHERE first.id < second.id AND second.id IN $initiatives AND NOT bridge.state IN ['suggested', 'refused', 'known_already']
RETURN bridge.state AS state, first.id AS first_id, first.name AS first, second.id AS second_id, second.name AS second
ORDER BY bridge.state_since DESC, first_id, second_id
LIMIT $limit
