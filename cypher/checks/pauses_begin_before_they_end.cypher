// A pause belongs to one decision, begins on a day and does not end before it began.
// $limit: integer — at most this many
MATCH (pause:Pause)
WHERE pause.since IS NULL OR pause.until < pause.since OR COUNT { (:Decision)-[:PAUSED]->(pause) } <> 1
RETURN coalesce(pause.id, '') AS record_id, 'the days of the pause' AS what
ORDER BY record_id
LIMIT $limit
