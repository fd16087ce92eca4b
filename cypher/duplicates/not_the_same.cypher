// Remember that two records are not the same.
// $first_id: string — the one with the lower id
// $second_id: string — the other
// $said_on: date — today
MATCH (first:Record {id: $first_id})
MATCH (second:Record {id: $second_id})
MERGE (first)-[link:NOT_SAME_AS]->(second)
  ON CREATE SET link.said_on = $said_on
RETURN first.id AS id
