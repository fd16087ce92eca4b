// Pairs of initiatives with a bridge that somebody did something with.
// $visible: list of string — the visibilities the reader may see
MATCH (first:Initiative)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(second:Initiative)
WHERE bridge.state <> 'suggested' AND first.id < second.id
  AND first.visibility IN $visible AND second.visibility IN $visible
RETURN DISTINCT first.id AS first, second.id AS second, bridge.state AS state
ORDER BY first, second
