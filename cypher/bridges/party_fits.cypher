// What some initiatives or organisations seek and others on the other side offer, or the other way round.
// $ids: list of string — initiatives or organisations to begin with
// $only: map or null — per id the only others; null is everybody on the other side
// $visible: list of string — the visibilities the reader may see
// $today: date — today
// $weights: map — the weight of each kind of evidence, as integers
UNWIND $ids AS id
MATCH (one:Initiative|Organisation {id: id})
WHERE one.visibility IN $visible AND one.until IS NULL AND one.merged_into IS NULL
  AND coalesce(one.status, '') <> 'stopped'
MATCH (one)-[link:NEEDS|OFFERS]->(ours:Need|Offer)-[:FITS]-(hub:Need|Offer)<-[theirs:NEEDS|OFFERS]-(other:Initiative|Organisation)
WHERE link.until IS NULL AND theirs.until IS NULL AND one:Initiative <> other:Initiative
  AND ($only IS NULL OR other.id IN $only[one.id])
  AND other.visibility IN $visible AND other.until IS NULL AND other.merged_into IS NULL
  AND coalesce(other.status, '') <> 'stopped'
  AND all(each IN [ours, hub] WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $today)
    AND (each.wanted_until IS NULL OR each.wanted_until >= $today))
WITH DISTINCT one, other, hub, ours
WITH one, other, hub, ours, CASE WHEN hub:Offer THEN 'offered' ELSE 'sought' END AS kind,
     COUNT { (ours)-[:FITS]-() } + COUNT { (hub)-[:FITS]-() } AS links
RETURN one.id AS first, one:Organisation AS from_organisation, other.id AS other,
       collect([kind, hub.id, $weights[kind] / links, ours.id, null]) AS entries
ORDER BY first, other
