// What one party seeks and offers now, newest first.
// $id: string — the party
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — at most this many
MATCH (:Record {id: $id})-[has:NEEDS|OFFERS]->(thing:Need|Offer)
WHERE NOT coalesce(has.since > $on OR has.until <= $on, false) AND thing.visibility IN $visible
  AND (thing.until IS NULL OR thing.until > $on) AND (thing.wanted_until IS NULL OR thing.wanted_until >= $on)
RETURN thing.id AS id, CASE WHEN thing:Need THEN 'Need' ELSE 'Offer' END AS kind, thing.name AS name,
       thing.supply_kind AS supply_kind, thing.wanted_until AS wanted_until, thing.visibility AS visibility
ORDER BY kind, thing.created_at DESC, id
LIMIT $limit
