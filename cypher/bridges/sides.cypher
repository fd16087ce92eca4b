// Both sides of a bridge, with what they answered.
// $pair: string — both ids, sorted and joined
MATCH (:Bridge {pair: $pair})-[side:BETWEEN]->(party:Initiative|Organisation)
RETURN party.id AS id, party.name AS name, side.answer AS answer, side.answered_at AS answered_at,
       side.answered_by AS answered_by
ORDER BY id
