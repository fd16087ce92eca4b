// Take back pauses that an import added, some at a time.
// $batch: string — the import
// $limit: integer — at most this many
MATCH (pause:Pause {batch: $batch})
WITH pause LIMIT $limit
DETACH DELETE pause
RETURN count(pause) AS count
