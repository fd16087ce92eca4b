// Which of these parties offer what these initiatives seek, themselves or through an initiative that they undertake.
// $parties: list of string — people and organisations
// $initiatives: list of string — ids
// $visible: list of string — visibilities the reader may see
// $on: date — today
UNWIND $initiatives AS initiative_id
MATCH (initiative:Initiative {id: initiative_id})-[seeks:NEEDS]->(need:Need)<-[:FITS]-(offer:Offer)
WHERE (seeks.until IS NULL OR seeks.until > $on)
  AND all(each IN [need, offer] WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
    AND (each.wanted_until IS NULL OR each.wanted_until >= $on))
CALL (offer) {
  MATCH (offer)<-[offers:OFFERS]-(party:Organisation)
  WHERE offers.until IS NULL OR offers.until > $on
  RETURN party
  UNION
  MATCH (offer)<-[offers:OFFERS]-(own:Initiative)<-[starts:INITIATES]-(party:Person|Organisation)
  WHERE (offers.until IS NULL OR offers.until > $on) AND starts.until IS NULL AND own.visibility IN $visible
    AND (own.until IS NULL OR own.until > $on) AND coalesce(own.status, '') <> 'stopped'
  RETURN party
}
WITH initiative, need, offer, party
WHERE party.id IN $parties AND NOT EXISTS {
  (initiative)<-[starts:INITIATES]-(party) WHERE starts.until IS NULL }
RETURN DISTINCT party.id AS party_id, initiative.name AS initiative, need.name AS need, offer.name AS offer
ORDER BY party_id, initiative, need, offer
