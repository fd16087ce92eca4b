// What was said not to belong together with a record that is merged away, is said of the survivor.
// $loser_id: string — the record that is merged away
// $survivor_id: string — the record that stays
MATCH (said:NotThis)
WITH said, split(said.key, '|') AS ends
WHERE $loser_id IN ends
WITH said, [each IN ends | CASE WHEN each = $loser_id THEN $survivor_id ELSE each END] AS ends
MERGE (moved:NotThis {key: ends[0] + '|' + ends[1]})
  ON CREATE SET moved.by = said.by, moved.said_on = said.said_on
DELETE said
