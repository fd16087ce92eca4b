// One meeting.
// $id: string — the meeting
// $today: date — the calendar day
// $known: datetime or null — what was made or held by then; null leaves nothing out
MATCH (event:Event {id: $id})
WHERE $known IS NULL OR event.created_at <= $known OR event.held_on <= $today
RETURN event.id AS id, event.name AS name, event.held_on AS held_on, event.starts_at AS starts_at,
       event.place AS place, event.seats AS seats, event.created_at AS created_at,
       coalesce(event.changed_at, event.created_at) AS changed_at, coalesce(event.version, 1) AS version,
       CASE WHEN event.called_off_on <= $today THEN event.called_off_on END AS called_off_on,
       CASE WHEN event.called_off_on <= $today THEN event.called_off_because END AS called_off_because,
       COUNT { (event)<-[:FOR]-(:Invitation) } AS invited
