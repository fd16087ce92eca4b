// Bridges of the initiatives and organisations that somebody speaks for, as far as both sides know of them, newest first.
// $mine: list of string — the initiatives and organisations
// $limit: integer — at most this many
UNWIND $mine AS mine
MATCH (own:Record {id: mine})<-[side:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(other:Initiative|Organisation)
WHERE bridge.state IN ['asked', 'accepted', 'introduced', 'met', 'working_together', 'result']
  AND other <> own AND other.visibility = 'published' AND other.merged_into IS NULL
RETURN own.id AS own_id, own.name AS own, own:Organisation AS for_organisation, other.id AS other_id, other.name AS other,
       coalesce(other.summary, other.description) AS summary, other:Organisation AS with_organisation,
       bridge.state AS state, bridge.wish AS wish, side.answer AS answer
ORDER BY bridge.state_since DESC, own_id, other_id
LIMIT $limit
