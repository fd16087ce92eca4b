// Move the current links that end at a record that is merged away, unless the survivor has the same one, or a contact.
// $loser_id: string — the record that is merged away
// $survivor_id: string — the record that stays
// $today: date — the first day on which the old links no longer hold
MATCH (survivor:Record {id: $survivor_id})
MATCH (:Record {id: $loser_id})<-[link]-(other)
WHERE link.until IS NULL AND NOT type(link) IN ['LIKELY_SAME_AS', 'NOT_SAME_AS', 'BETWEEN']
  AND NOT coalesce(other.id, '') = $survivor_id
WITH survivor, other, link,
     [(survivor)<-[there]-(other) WHERE type(there) = type(link) AND there.until IS NULL
      AND coalesce(there.purpose, '') = coalesce(link.purpose, '') | 1]
     + [(survivor)<-[there:CONTACT_FOR]-(:Person) WHERE type(link) = 'CONTACT_FOR' AND coalesce(there.until > $today, true) | 1] AS same
CALL (survivor, other, link, same) {
  WITH survivor, other, link, same WHERE size(same) = 0
  CREATE (other)-[moved:$(type(link))]->(survivor)
  SET moved = properties(link)
}
SET link.until = $today
RETURN type(link) AS type, other.id AS other_id, size(same) = 0 AS moved
ORDER BY type, other_id
