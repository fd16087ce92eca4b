// Bridges of the initiatives that somebody undertakes, as far as both groups know of them, newest first.
// $mine: list of string — the initiatives
// $limit: integer — at most this many
UNWIND $mine AS mine
MATCH (own:Initiative {id: mine})<-[side:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(other:Initiative)
WHERE bridge.state IN ['asked', 'accepted', 'introduced', 'met', 'working_together', 'result']
  AND other <> own AND other.visibility = 'published' AND other.merged_into IS NULL
RETURN own.id AS own_id, own.name AS own, other.id AS other_id, other.name AS other, other.summary AS summary,
       bridge.state AS state, bridge.wish AS wish, side.answer AS answer
ORDER BY bridge.state_since DESC, own_id, other_id
LIMIT $limit
