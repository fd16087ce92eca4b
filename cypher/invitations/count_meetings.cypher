// How many meetings come, and how many were.
// $today: date — the calendar day
// $known: datetime or null — what was made or held by then; null leaves nothing out
MATCH (event:Event)
WHERE $known IS NULL OR event.created_at <= $known OR event.held_on <= $today
RETURN count(CASE WHEN event.held_on >= $today THEN 1 END) AS coming, count(CASE WHEN event.held_on < $today THEN 1 END) AS past
