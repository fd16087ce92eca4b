// What others have to give or lend today, with the words it is known by and who has it.
// $visible: list of string — visibilities the reader may see
// $on: date — today
MATCH (offer:Offer)<-[has:OFFERS]-(party:Initiative|Organisation|Department)
WHERE offer.visibility IN $visible AND party.visibility IN $visible AND has.until IS NULL
  AND (offer.until IS NULL OR offer.until > $on) AND (offer.wanted_until IS NULL OR offer.wanted_until >= $on)
  AND (party.until IS NULL OR party.until > $on) AND coalesce(party.status, '') <> 'stopped'
RETURN {kind: 'Offer', id: offer.id, name: offer.name} AS mention, offer.description AS description,
       {kind: [label IN labels(party) WHERE label <> 'Record'][0], id: party.id, name: party.name} AS party
ORDER BY offer.name, offer.id, party.id
LIMIT 2000
