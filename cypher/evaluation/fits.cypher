// Which offer fits which need.
// $visible: list of string — the visibilities the reader may see
MATCH (offer:Offer)-[:FITS]->(need:Need)
WHERE offer.visibility IN $visible AND need.visibility IN $visible
RETURN DISTINCT offer.id AS offer, need.id AS need
ORDER BY offer, need
