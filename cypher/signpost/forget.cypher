// Forget what was said longer ago than it counts.
// $before: date — the last day that is forgotten
// $limit: integer — how many at once
MATCH (misroute:Misroute)
WHERE misroute.day <= $before
WITH misroute LIMIT $limit
DETACH DELETE misroute
