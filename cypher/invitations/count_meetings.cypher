// How many meetings come, and how many were.
// $today: date — the calendar day
MATCH (event:Event)
RETURN count(CASE WHEN event.held_on >= $today THEN 1 END) AS coming, count(CASE WHEN event.held_on < $today THEN 1 END) AS past
