// The best matches of needs and offers: the words both say, the kind and the place, best first; who stopped has none.
// $things: list of string — the needs and offers
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $general: list of string — kinds of which one near by is a match without a word in common
// $most: integer — at most this many for each
MATCH (every:Need|Offer)
WITH count(every) AS every
UNWIND $things AS thing_id
MATCH (thing:Need|Offer {id: thing_id})<-[has:NEEDS|OFFERS]-(party:Record)
WHERE NOT coalesce(has.since > $on OR has.until <= $on, false) AND thing.visibility IN $visible AND party.visibility IN $visible
  AND (thing.until IS NULL OR thing.until > $on) AND (thing.wanted_until IS NULL OR thing.wanted_until >= $on)
  AND NOT coalesce(party.status = 'stopped' AND coalesce(party.status_since <= $on, true), false)
CALL (thing, party) {
  MATCH (thing)-[fits:FITS]-(other:Need|Offer)<-[owns:NEEDS|OFFERS]-(partner:Record)
  RETURN other, owns, partner, fits.stems AS stems
  UNION ALL
  MATCH (party)-[here:LOCATED_IN]->(:Area)-[way:PART_OF|BORDERS*0..1]-(:Area)<-[there:LOCATED_IN]-(partner)
        -[owns:NEEDS|OFFERS]->(other:Need|Offer)
  WHERE thing.supply_kind IN $general AND other.supply_kind = thing.supply_kind AND thing:Need <> other:Need
    AND NOT coalesce(here.since > $on OR here.until <= $on, false) AND NOT coalesce(there.since > $on OR there.until <= $on, false) AND all(step IN way WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
    AND NOT EXISTS { (thing)-[:FITS]-(other) }
  RETURN DISTINCT other, owns, partner, [] AS stems
}
WITH every, thing, party, other, partner, stems, owns
WHERE partner <> party AND NOT coalesce(owns.since > $on OR owns.until <= $on, false)
  AND other.visibility IN $visible AND (other.until IS NULL OR other.until > $on)
  AND (other.wanted_until IS NULL OR other.wanted_until >= $on)
  AND partner.visibility IN $visible AND (partner.until IS NULL OR partner.until > $on) AND partner.merged_into IS NULL
  AND NOT coalesce(partner.status = 'stopped' AND coalesce(partner.status_since <= $on, true), false)
  AND NOT EXISTS { (party)-[starts:INITIATES]-(partner) WHERE NOT coalesce(starts.since > $on OR starts.until <= $on, false) }
WITH thing, other, partner, stems,
     COLLECT { UNWIND stems AS each MATCH (stem:Stem {stem: each})<-[:SAYS]-(said) WITH stem, count(said) AS said
       RETURN [stem.text, toInteger(round(1000 * log((every + 1.0) / said) / log(every + 1.0)))] AS word
       ORDER BY word[1] DESC, stem.stem } AS words,
     head(COLLECT {
       MATCH (party)-[here:LOCATED_IN]->(ours:Area)-[way:PART_OF|BORDERS*0..1]-(theirs:Area)<-[there:LOCATED_IN]-(partner)
       WHERE NOT coalesce(here.since > $on OR here.until <= $on, false) AND NOT coalesce(there.since > $on OR there.until <= $on, false) AND all(step IN way WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
         AND ours.visibility IN $visible AND theirs.visibility IN $visible
         AND (ours = theirs OR NOT 'municipality' IN [ours.level, theirs.level])
       RETURN {way: CASE WHEN ours = theirs THEN 'same' WHEN type(way[0]) = 'BORDERS' THEN 'next' ELSE 'around' END,
               ours: ours.name, theirs: theirs.name} AS place
       ORDER BY CASE place.way WHEN 'same' THEN 0 WHEN 'around' THEN 1 ELSE 2 END, place.ours, place.theirs }) AS place
WHERE size(stems) > 0 OR place IS NOT NULL
WITH thing, other, partner, place, words, thing.supply_kind = other.supply_kind AS same_kind
WITH thing, other, partner, place, same_kind, [word IN words | word[0]] AS words,
     reduce(sum = 0, word IN words | sum + word[1]) + CASE WHEN same_kind THEN 1000 ELSE 0 END
     + CASE place.way WHEN 'same' THEN 600 WHEN 'around' THEN 400 WHEN 'next' THEN 300 ELSE 0 END AS score
ORDER BY score DESC, other.id, partner.id
WITH thing, other, head(collect({partner: partner, place: place, same_kind: same_kind, words: words, score: score})) AS best
ORDER BY best.score DESC, other.id
WITH thing, collect({other: other, best: best})[..$most] AS found
UNWIND found AS each
WITH thing, each.other AS other, each.best AS best
RETURN thing.id AS thing_id, {kind: CASE WHEN other:Need THEN 'Need' ELSE 'Offer' END, id: other.id, name: other.name} AS other,
       {kind: [label IN labels(best.partner) WHERE label <> 'Record'][0], id: best.partner.id, name: best.partner.name} AS partner,
       other.supply_kind AS supply_kind, coalesce(best.same_kind, false) AS same_kind, best.words AS words,
       best.place AS place, best.score AS score
ORDER BY thing_id, score DESC, other.id
