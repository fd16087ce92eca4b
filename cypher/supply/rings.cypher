// Rings of two and three parties in which everybody gives and gets; each ring once, from the party with the least id.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $edges: integer — look at this many of the strongest exchanges
// $limit: integer — at most this many rings
MATCH (every:Need|Offer)
WITH count(every) AS every
CALL (every) {
  MATCH (giver:Record)-[gives:OFFERS]->(offer:Offer)-[fits:FITS]->(need:Need)<-[seeks:NEEDS]-(taker:Record)
  WHERE giver <> taker AND all(link IN [gives, seeks] WHERE NOT coalesce(link.since > $on OR link.until <= $on, false))
    AND all(each IN [giver, offer, need, taker] WHERE each.visibility IN $visible
      AND (each.until IS NULL OR each.until > $on) AND each.merged_into IS NULL
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
    offer_id: offer.id, need_id: need.id})) AS best
  ORDER BY best.strength DESC, giver.id, taker.id
  LIMIT $edges
  RETURN collect({giver: giver, taker: taker, best: best}) AS edges
}
UNWIND edges AS first
WITH edges, first
CALL (edges, first) {
  UNWIND edges AS second
  WITH second
  WHERE second.giver = first.taker AND second.taker = first.giver AND first.giver.id < first.taker.id
    AND NOT EXISTS { MATCH (a)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(b)
      WHERE a = first.giver AND b = first.taker AND bridge.state <> 'suggested' }
  RETURN [first, second] AS steps
  UNION ALL
  UNWIND [each IN edges WHERE each.giver = first.taker AND first.giver.id < each.giver.id
    AND first.giver.id < each.taker.id] AS second
  UNWIND [each IN edges WHERE each.giver = second.taker AND each.taker = first.giver] AS third
  RETURN [first, second, third] AS steps
}
WITH steps, reduce(least = steps[0].best.strength, step IN steps | CASE
    WHEN step.best.strength < least THEN step.best.strength ELSE least END) AS weakest
ORDER BY size(steps), weakest DESC, steps[0].giver.id, steps[1].giver.id, steps[-1].giver.id
LIMIT $limit
RETURN [step IN steps | {
    giver: {kind: [label IN labels(step.giver) WHERE label <> 'Record'][0], id: step.giver.id, name: step.giver.name},
    taker: {kind: [label IN labels(step.taker) WHERE label <> 'Record'][0], id: step.taker.id, name: step.taker.name},
    offer: {kind: 'Offer', id: step.best.offer_id, name: step.best.offer},
    need: {kind: 'Need', id: step.best.need_id, name: step.best.need}}] AS steps, weakest AS weakest
ORDER BY size(steps), weakest DESC, steps[0].giver.id, steps[1].giver.id, steps[-1].giver.id
