// Forget sessions that ended.
// $at: datetime — now
// $limit: integer — at most this many at a time
MATCH (session:Session)
WHERE session.ends_at < $at
WITH session LIMIT $limit
DETACH DELETE session
