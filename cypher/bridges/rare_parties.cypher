// Pairs of an initiative and an organisation that share something rare and of which no tie is known, rarest first.
// $rare: integer — the most links a thing may have to be rare
// $things: integer — how many things are looked at, rarest first
// $on: date — today
// $visible: list of string — the visibilities the reader may see
// $limit: integer — how many pairs
MATCH (hub:Goal|Theme|Area|Organisation|Offer)
WITH hub, COUNT {
    (hub)-[:CONTRIBUTES_TO|HAS_INTEREST_IN|HAS_THEME|PARTNERS_IN|INITIATES|LOCATED_IN|OFFERS|FITS]-()
  } AS size
WHERE 2 <= size <= $rare AND hub.visibility IN $visible
WITH hub, size
ORDER BY size, hub.id
LIMIT $things
CALL (hub) {
  MATCH (hub)-[link:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES|LOCATED_IN]-(one:Initiative)
  WHERE link.until IS NULL
  RETURN one
  UNION
  MATCH (hub:Offer)<-[link:OFFERS]-(one:Initiative)
  WHERE link.until IS NULL
  RETURN one
  UNION
  MATCH (hub:Offer)-[:FITS]->(need:Need)<-[link:NEEDS]-(one:Initiative)
  WHERE link.until IS NULL AND need.visibility IN $visible
  RETURN one
}
WITH hub, size, one
WHERE one.visibility IN $visible AND one.until IS NULL AND one.merged_into IS NULL
  AND coalesce(one.status, '') <> 'stopped'
WITH hub, size, collect(DISTINCT one) AS ones
CALL (hub, ones) {
  MATCH (hub)<-[link:HAS_INTEREST_IN|HAS_THEME|LOCATED_IN|OFFERS]-(party:Organisation)
  WHERE CASE WHEN link:HAS_INTEREST_IN THEN NOT coalesce(link.since > $on OR link.until <= $on, false)
      ELSE link.until IS NULL END
  RETURN party
  UNION
  MATCH (hub:Offer)-[:FITS]->(need:Need)<-[link:NEEDS]-(party:Organisation)
  WHERE link.until IS NULL AND need.visibility IN $visible
  RETURN party
  UNION
  WITH hub, ones WHERE NOT hub:Offer
  UNWIND ones AS through
  MATCH (through)<-[works:PARTNERS_IN|INITIATES]-(party:Organisation)
  WHERE works.until IS NULL AND party <> hub
  RETURN party
}
WITH size, ones, party
WHERE party.visibility IN $visible AND party.until IS NULL AND party.merged_into IS NULL
  AND coalesce(party.status, '') <> 'stopped'
UNWIND ones AS one
WITH one, party, sum(1000000 / size) AS rarity
// A link that was laid and taken back on one day never counted.
WHERE NOT EXISTS { (one)<-[tie:PARTNERS_IN|INITIATES]-(party) WHERE tie.until IS NULL OR tie.since IS NULL OR tie.until > tie.since }
  AND NOT EXISTS { (one)<-[:TO]-(:Contribution)<-[:GIVES]-(party) }
  AND NOT EXISTS { (one)<-[ours:INITIATES|CONTACT_FOR]-(:Person)-[theirs:WORKS_FOR]->(party)
    WHERE all(tie IN [ours, theirs] WHERE tie.until IS NULL OR tie.since IS NULL OR tie.until > tie.since) }
  AND NOT EXISTS { (one)-[ours:HANDLED_BY]->(:Department)-[theirs:PART_OF]->(party)
    WHERE all(tie IN [ours, theirs] WHERE tie.until IS NULL OR tie.since IS NULL OR tie.until > tie.since) }
  AND NOT EXISTS { (one)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(party) WHERE bridge.state <> 'suggested' }
RETURN one.id AS initiative, party.id AS organisation
ORDER BY rarity DESC, initiative, organisation
LIMIT $limit
