// Whether two records are listed as likely the same.
// $first_id: string — the one
// $second_id: string — the other
MATCH (first:Record {id: $first_id})
MATCH (second:Record {id: $second_id})
RETURN EXISTS { MATCH (first)-[:LIKELY_SAME_AS]-(second) }
  AND NOT EXISTS { MATCH (first)-[:NOT_SAME_AS]-(second) } AS likely
