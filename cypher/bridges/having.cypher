// What each current initiative has that bridges are made of: shared things, needs and offers of today, who initiates it.
// $visible: list of string — the visibilities the reader may see
// $today: date — today
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND initiative.until IS NULL AND initiative.merged_into IS NULL
  AND coalesce(initiative.status, '') <> 'stopped'
RETURN initiative.id AS id,
COLLECT {
  MATCH (initiative)-[link:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES|LOCATED_IN|WAITS_FOR|HANDLED_BY|CONTACT_FOR|MENTIONS]-(hub)
  WHERE link.until IS NULL AND (hub.visibility IN $visible OR hub:Word)
    AND (NOT hub:Decision OR hub.decided_on IS NULL AND hub.until IS NULL)
  RETURN coalesce(hub.id, hub.stem)
} + COLLECT {
  MATCH (initiative)<-[link:TO]-(:Contribution)-[under:UNDER]->(hub:SubsidyScheme)
  WHERE link.until IS NULL AND under.until IS NULL AND hub.visibility IN $visible
  RETURN hub.id
} AS hubs,
COLLECT {
  MATCH (initiative)-[link:NEEDS|OFFERS]->(hub:Need|Offer)
  WHERE link.until IS NULL AND hub.visibility IN $visible AND (hub.until IS NULL OR hub.until > $today)
    AND (hub.wanted_until IS NULL OR hub.wanted_until >= $today)
  RETURN hub.id
} AS supply,
COLLECT {
  MATCH (initiative)<-[link:INITIATES]-(who)
  WHERE link.until IS NULL
  RETURN who.id
} AS initiators
