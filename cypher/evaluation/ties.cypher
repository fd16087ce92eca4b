// What each initiative that bridges are looked for is tied to: records, words, schemes, and the needs and offers that hold today.
// $visible: list of string — the visibilities the reader may see
// $today: date — today
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND initiative.until IS NULL AND initiative.merged_into IS NULL
  AND coalesce(initiative.status, '') <> 'stopped'
CALL (initiative) {
  MATCH (initiative)-[link:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES|LOCATED_IN|WAITS_FOR|HANDLED_BY|CONTACT_FOR|MENTIONS]-(hub)
  WHERE link.until IS NULL AND (hub.visibility IN $visible OR hub:Word)
    AND (NOT hub:Decision OR hub.decided_on IS NULL AND hub.until IS NULL)
  RETURN hub, type(link) AS tie, count(link) AS times, min(link.since) AS since
  UNION ALL
  MATCH (initiative)<-[link:TO]-(:Contribution)-[under:UNDER]->(hub:SubsidyScheme)
  WHERE link.until IS NULL AND under.until IS NULL AND hub.visibility IN $visible
  RETURN hub, 'UNDER' AS tie, count(under) AS times, min(under.since) AS since
  UNION ALL
  MATCH (initiative)-[link:NEEDS|OFFERS]->(hub:Need|Offer)
  WHERE link.until IS NULL AND hub.visibility IN $visible AND (hub.until IS NULL OR hub.until > $today)
    AND (hub.wanted_until IS NULL OR hub.wanted_until >= $today)
  RETURN hub, type(link) AS tie, count(link) AS times, min(link.since) AS since
}
RETURN initiative.id AS initiative, coalesce(hub.id, hub.stem) AS hub, tie AS tie, times AS times, since AS since
ORDER BY initiative, tie, hub
