// Meetings, the next one first, then those that were.
// $today: date — the calendar day
// $limit: integer — at most this many
MATCH (event:Event)
RETURN event.id AS id, event.name AS name, event.held_on AS held_on, event.starts_at AS starts_at,
       event.place AS place, event.seats AS seats, COUNT { (event)<-[:FOR]-(:Invitation) } AS invited
ORDER BY held_on < $today, abs(duration.inDays($today, held_on).days), name, id
LIMIT $limit
