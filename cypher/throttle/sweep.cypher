// Forget counters whose window is over.
// $at: datetime — now
// $limit: integer — at most this many at a time
MATCH (throttle:Throttle)
WHERE throttle.until < $at
WITH throttle LIMIT $limit
DELETE throttle
