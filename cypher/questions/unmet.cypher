// Needs that an offer fits, of parties that show no contact, newest first; what fits is what supply/matches finds.
// $kind: string or null — a kind of supply
// $area: string or null — only needs of parties in this area, with those inside it
// $general: list of string — kinds of which one near by fits without a word in common
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — at most this many answers
MATCH (need:Need)<-[has:NEEDS]-(party:Record)
WHERE need.id > '' AND ($kind IS NULL OR need.supply_kind = $kind) AND (has.until IS NULL OR has.until > $on)
  AND need.visibility IN $visible AND (need.until IS NULL OR need.until > $on)
  AND (need.wanted_until IS NULL OR need.wanted_until >= $on)
  AND party.visibility IN $visible AND party.until IS NULL AND party.merged_into IS NULL
  AND coalesce(party.status, '') <> 'stopped'
WITH need, party
WHERE $area IS NULL OR EXISTS {
    MATCH (party)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(:Area {id: $area}) WHERE place.until IS NULL
      AND all(step IN up WHERE step.until IS NULL) }
WITH need, party
CALL (need, party) {
  MATCH (need)<-[:FITS]-(offer:Offer)<-[owns:OFFERS]-(partner:Record)
  RETURN offer, owns, partner
  UNION
  MATCH (party)-[here:LOCATED_IN]->(ours:Area)-[way:PART_OF|BORDERS*0..1]-(theirs:Area)<-[there:LOCATED_IN]-(partner:Record)
        -[owns:OFFERS]->(offer:Offer)
  WHERE need.supply_kind IN $general AND offer.supply_kind = need.supply_kind
    AND (ours = theirs OR NOT 'municipality' IN [ours.level, theirs.level]) AND here.until IS NULL AND there.until IS NULL AND all(step IN way WHERE step.until IS NULL)
  RETURN offer, owns, partner
}
WITH need, party, offer, owns, partner
WHERE partner <> party AND (owns.until IS NULL OR owns.until > $on)
  AND offer.visibility IN $visible AND (offer.until IS NULL OR offer.until > $on)
  AND (offer.wanted_until IS NULL OR offer.wanted_until >= $on)
  AND partner.visibility IN $visible AND partner.until IS NULL AND partner.merged_into IS NULL
  AND coalesce(partner.status, '') <> 'stopped'
WITH need, party, offer, partner
WHERE NOT EXISTS { MATCH (party)-[starts:INITIATES]-(partner) WHERE starts.until IS NULL }
WITH need, party, offer, partner
WHERE NOT EXISTS { MATCH (party)<-[a:INITIATES]-()-[b:INITIATES]->(partner) WHERE a.until IS NULL AND b.until IS NULL }
WITH need, party, offer, partner
WHERE NOT EXISTS { MATCH (party)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(partner) WHERE bridge.state <> 'suggested' }
WITH need, offer, min(party.id + ':' + partner.id) AS least, collect({party: party, partner: partner}) AS pairs
WITH need, offer, [pair IN pairs WHERE pair.party.id + ':' + pair.partner.id = least][0] AS pair
ORDER BY need.id DESC, offer.id DESC
LIMIT $limit
RETURN need.id + ':' + offer.id AS key,
       [each IN [pair.party, pair.partner] |
         {kind: [label IN labels(each) WHERE label <> 'Record'][0], id: each.id, name: each.name}] AS subjects,
       [{kind: 'Need', id: need.id, name: need.name}, {kind: 'Offer', id: offer.id, name: offer.name}] AS through,
       null AS amount,
       COLLECT { UNWIND [pair.party] AS party MATCH (party)-[place:LOCATED_IN]->(area:Area)
         WHERE place.until IS NULL AND area.visibility IN $visible
         RETURN area.name ORDER BY area.name LIMIT 3 } AS areas
ORDER BY key DESC
