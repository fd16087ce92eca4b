// One page of the meetings: the next one first, or those by name, then those that were.
// $today: date — the calendar day
// $past: boolean or null — those that were, or those that come
// $known: datetime or null — what was made or held by then; null leaves nothing out
// $order: string — day or name
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (event:Event)
WHERE ($past IS NULL OR $past = (event.held_on < $today))
  AND ($known IS NULL OR event.created_at <= $known OR event.held_on <= $today)
WITH event
ORDER BY event.held_on < $today, CASE WHEN $order = 'name' THEN toLower(event.name) END,
         abs(duration.inDays($today, event.held_on).days), event.name, event.id
SKIP $skip LIMIT $limit
RETURN event.id AS id, event.name AS name, event.held_on AS held_on, event.starts_at AS starts_at,
       event.place AS place, event.seats AS seats, event.created_at AS created_at,
       coalesce(event.changed_at, event.created_at) AS changed_at, coalesce(event.version, 1) AS version,
       CASE WHEN event.called_off_on <= $today THEN event.called_off_on END AS called_off_on,
       CASE WHEN event.called_off_on <= $today THEN event.called_off_because END AS called_off_because,
       COUNT { (event)<-[:FOR]-(:Invitation) } AS invited
ORDER BY held_on < $today, CASE WHEN $order = 'name' THEN toLower(name) END,
         abs(duration.inDays($today, held_on).days), name, id
