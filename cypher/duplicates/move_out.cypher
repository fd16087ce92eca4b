// Move the current links that start at a record that is merged away, unless the survivor has the same one.
// $loser_id: string — the record that is merged away
// $survivor_id: string — the record that stays
// $today: date — the first day on which the old links no longer hold
MATCH (survivor:Record {id: $survivor_id})
MATCH (:Record {id: $loser_id})-[link]->(other:Record)
WHERE link.until IS NULL AND NOT type(link) IN ['LIKELY_SAME_AS', 'NOT_SAME_AS'] AND NOT other.id = $survivor_id
WITH survivor, other, link,
     [(survivor)-[there]->(other) WHERE type(there) = type(link) AND there.until IS NULL
      AND coalesce(there.purpose, '') = coalesce(link.purpose, '') | 1] AS same
CALL (survivor, other, link, same) {
  WITH survivor, other, link, same WHERE size(same) = 0
  CREATE (survivor)-[moved:$(type(link))]->(other)
  SET moved = properties(link)
}
SET link.until = $today
RETURN type(link) AS type, other.id AS other_id, size(same) = 0 AS moved
ORDER BY type, other_id
