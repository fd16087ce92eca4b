// Pairs of initiatives with a bridge that somebody did something with, and since when they are in contact.
// $visible: list of string — the visibilities the reader may see
// $known: list of string — the states of two that are in contact
MATCH (first:Initiative)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(second:Initiative)
WHERE bridge.state <> 'suggested' AND first.id < second.id
  AND first.visibility IN $visible AND second.visibility IN $visible
WITH DISTINCT first, second, bridge
RETURN first.id AS first, second.id AS second, bridge.state AS state,
       CASE WHEN bridge.state IN $known THEN date(coalesce(head(COLLECT {
         MATCH (bridge)-[:TOOK]->(step:BridgeStep)
         WHERE step.back_at IS NULL AND step.state IN $known
         RETURN step.at ORDER BY step.at LIMIT 1
       }), bridge.state_since)) END AS since
ORDER BY first, second
