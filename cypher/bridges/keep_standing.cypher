// From now on the kept bridges of this version hold, until something that matters changes; older ones go.
// $standing: map — version, lines, before, known, since, day and weights
MERGE (standing:BridgesStanding {id: 'all'})
SET standing += $standing
WITH standing
MATCH (kept:KeptBridges)
WHERE kept.version <> standing.version
DELETE kept
