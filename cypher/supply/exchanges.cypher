// The strongest exchanges, in which one party offers what another seeks, neither of them stopped: for each two the best offer and need.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $sees_bridges: boolean — whether the reader may see bridges; to others nothing is told of them
// $limit: integer — at most this many
MATCH (every:Need|Offer)
WITH count(every) AS every
MATCH (giver:Record)-[gives:OFFERS]->(offer:Offer)-[fits:FITS]->(need:Need)<-[seeks:NEEDS]-(taker:Record)
WHERE giver <> taker AND all(link IN [gives, seeks] WHERE NOT coalesce(link.since > $on OR link.until <= $on, false))
  AND all(each IN [giver, offer, need, taker] WHERE each.visibility IN $visible
    AND (each.until IS NULL OR each.until > $on) AND each.merged_into IS NULL
    AND NOT coalesce(each.status = 'stopped' AND coalesce(each.status_since <= $on, true), false)
    AND (each.wanted_until IS NULL OR each.wanted_until >= $on))
  AND EXISTS { (giver)-[:NEEDS]->(:Need)<-[:FITS]-() } AND EXISTS { (taker)-[:OFFERS]->(:Offer)-[:FITS]->() }
  AND NOT EXISTS { (giver)-[starts:INITIATES]-(taker) WHERE NOT coalesce(starts.since > $on OR starts.until <= $on, false) }
  AND NOT EXISTS { (giver)<-[ours:INITIATES]-()-[theirs:INITIATES]->(taker)
    WHERE NOT coalesce(ours.since > $on OR ours.until <= $on, false) AND NOT coalesce(theirs.since > $on OR theirs.until <= $on, false) }
WITH giver, offer, need, taker, reduce(sum = 0, weight IN COLLECT {
    UNWIND fits.stems AS each MATCH (stem:Stem {stem: each})<-[:SAYS]-(said) WITH stem, count(said) AS said
    RETURN toInteger(round(1000 * log((every + 1.0) / said) / log(every + 1.0)))
  } | sum + weight) AS strength
ORDER BY strength DESC, offer.id, need.id
WITH giver, taker, head(collect({offer: offer.name, need: need.name, strength: strength,
  offer_id: offer.id, need_id: need.id,
  supply_kind: offer.supply_kind})) AS best
ORDER BY best.strength DESC, giver.id, taker.id
LIMIT $limit
RETURN {kind: [label IN labels(giver) WHERE label <> 'Record'][0], id: giver.id, name: giver.name} AS giver,
       {kind: [label IN labels(taker) WHERE label <> 'Record'][0], id: taker.id, name: taker.name} AS taker,
       {kind: 'Offer', id: best.offer_id, name: best.offer} AS offer,
       {kind: 'Need', id: best.need_id, name: best.need} AS need,
       best.supply_kind AS supply_kind, best.strength AS strength,
       $sees_bridges AND EXISTS { (giver)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(taker) WHERE bridge.state <> 'suggested' } AS is_bridged
ORDER BY strength DESC, giver.id, taker.id
