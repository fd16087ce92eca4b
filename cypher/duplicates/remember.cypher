// List likely duplicates.
// $pairs: list of map — first_id, second_id and score (0 to 100)
UNWIND $pairs AS each
MATCH (first:Record {id: each.first_id})
MATCH (second:Record {id: each.second_id})
MERGE (first)-[link:LIKELY_SAME_AS]->(second)
SET link.score = each.score
