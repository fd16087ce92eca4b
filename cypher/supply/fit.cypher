// Note anew which offers fit which needs, for these needs and offers.
// $ids: list of string — the needs and offers
// $common: integer — a stem that more than this many say makes no match
UNWIND $ids AS id
MATCH (record:Need|Offer {id: id})
CALL (record) {
  MATCH (record)-[old:FITS]-()
  DELETE old
}
WITH collect(record) AS records
UNWIND records AS record
MATCH (record)-[ours:SAYS]->(stem:Stem)<-[theirs:SAYS]-(other:Need|Offer)
WHERE record:Need <> other:Need AND COUNT { (stem)<-[:SAYS]-() } <= $common
WITH record, other, stem, ours.named AND theirs.named AS by_both, ours.named OR theirs.named AS by_one
ORDER BY stem.stem
WITH CASE WHEN record:Offer THEN record ELSE other END AS offer, CASE WHEN record:Offer THEN other ELSE record END AS need,
     collect(stem.stem) AS stems, any(both IN collect(by_both) WHERE both) AS by_both,
     any(one IN collect(by_one) WHERE one) AS by_one
WHERE by_both OR by_one AND offer.supply_kind = need.supply_kind
MERGE (offer)-[fits:FITS]->(need)
SET fits.stems = stems
