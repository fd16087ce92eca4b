// Pairs of initiatives that share something rare and are not yet in contact, rarest first.
// $rare: integer — the most links a thing may have to be rare
// $things: integer — how many things are looked at, rarest first
// $visible: list of string — the visibilities the reader may see
// $limit: integer — how many pairs
MATCH (hub:Goal|Theme|Organisation|SubsidyScheme|Department|Area|Person|Decision|Word|Offer)
WITH hub, COUNT {
    (hub)-[:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES|LOCATED_IN|WAITS_FOR|HANDLED_BY|CONTACT_FOR|MENTIONS|UNDER|OFFERS|FITS]-()
  } AS size
WHERE 2 <= size <= $rare AND (hub.visibility IN $visible OR hub:Word)
  AND (NOT hub:Decision OR hub.decided_on IS NULL AND hub.until IS NULL)
WITH hub, size
ORDER BY size, coalesce(hub.id, hub.stem)
LIMIT $things
CALL (hub) {
  MATCH (hub)-[link:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES|LOCATED_IN|WAITS_FOR|HANDLED_BY|CONTACT_FOR|MENTIONS]-(one:Initiative)
  WHERE link.until IS NULL AND one.visibility IN $visible AND one.until IS NULL AND one.merged_into IS NULL
    AND coalesce(one.status, '') <> 'stopped'
  RETURN one
  UNION
  MATCH (hub)<-[under:UNDER]-(:Contribution)-[link:TO]->(one:Initiative)
  WHERE link.until IS NULL AND under.until IS NULL
    AND one.visibility IN $visible AND one.until IS NULL AND one.merged_into IS NULL
    AND coalesce(one.status, '') <> 'stopped'
  RETURN one
  UNION
  MATCH (hub:Offer)<-[link:OFFERS]-(one:Initiative)
  WHERE link.until IS NULL AND one.visibility IN $visible AND one.until IS NULL AND one.merged_into IS NULL
    AND coalesce(one.status, '') <> 'stopped'
  RETURN one
  UNION
  MATCH (hub:Offer)-[:FITS]->(need:Need)<-[link:NEEDS]-(one:Initiative)
  WHERE link.until IS NULL AND need.visibility IN $visible
    AND one.visibility IN $visible AND one.until IS NULL AND one.merged_into IS NULL
    AND coalesce(one.status, '') <> 'stopped'
  RETURN one
}
WITH hub, size, collect(one) AS ones
UNWIND ones AS first
UNWIND ones AS second
WITH first, second, sum(1000000 / size) AS rarity
WHERE first.id < second.id
  AND NOT EXISTS {
    (first)<-[ours:INITIATES]-()-[theirs:INITIATES]->(second) WHERE ours.until IS NULL AND theirs.until IS NULL
  }
  AND NOT EXISTS { (first)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(second) WHERE bridge.state <> 'suggested' }
RETURN first.id AS first, second.id AS second
ORDER BY rarity DESC, first, second
LIMIT $limit
