// Of some pairs of initiatives those that are there, and of which no contact and no bridge is known.
// $pairs: list of list of string — pairs of ids
// $visible: list of string — the visibilities the reader may see
UNWIND $pairs AS pair
MATCH (first:Initiative {id: pair[0]})
MATCH (second:Initiative {id: pair[1]})
WHERE all(each IN [first, second]
    WHERE each.visibility IN $visible AND each.until IS NULL AND each.merged_into IS NULL
      AND coalesce(each.status, '') <> 'stopped')
  AND NOT EXISTS {
    (first)<-[ours:INITIATES]-()-[theirs:INITIATES]->(second) WHERE ours.until IS NULL AND theirs.until IS NULL
  }
  AND NOT EXISTS { (first)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(second) WHERE bridge.state <> 'suggested' }
RETURN first.id AS first, second.id AS second
ORDER BY first, second
