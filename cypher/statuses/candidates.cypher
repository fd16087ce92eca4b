// The initiatives whose status may be doubted: whatever could contradict it, and those that nobody confirmed for longest.
// $on: date — today
// $zone: string — the time zone in which days begin
// $going: list of string — the statuses of what goes on
// $old: date — who was confirmed on this day or later is not quiet yet
// $limit: integer — at most this many of each
CALL {
  MATCH (initiative:Initiative)
  WHERE initiative.ended_on < $on AND initiative.status IN $going
  RETURN initiative ORDER BY initiative.ended_on, initiative.id LIMIT $limit
  UNION
  MATCH (permit:Contribution {contribution_kind: 'permit'})-[to:TO]->(initiative:Initiative)
  WHERE NOT coalesce(to.until <= $on, false) AND permit.until <= $on AND initiative.status IN $going
    AND coalesce(permit.amount_granted, 1) > 0 AND NOT coalesce(permit.refused_on <= $on, false)
    AND coalesce(permit.granted_on <= $on, permit.amount_granted > 0, permit.asked_on IS NULL)
  RETURN initiative ORDER BY permit.until, initiative.id LIMIT $limit
  UNION
  MATCH (promise:Commitment)-[to:TO]->(initiative:Initiative {status: 'completed'})
  WHERE NOT coalesce(to.until <= $on, false) AND promise.kept_on IS NULL AND promise.until IS NULL
  RETURN initiative ORDER BY promise.made_on, initiative.id LIMIT $limit
  UNION
  MATCH (initiative:Initiative {status: 'completed'})-[wait:WAITS_FOR]->(asked:Decision)
  WHERE wait.until IS NULL AND asked.decided_on IS NULL AND asked.until IS NULL
  RETURN initiative ORDER BY asked.asked_on, initiative.id LIMIT $limit
  UNION
  MATCH (initiative:Initiative)
  WHERE initiative.status IN $going AND (initiative.until IS NULL OR initiative.until > $on)
  WITH initiative, coalesce(
       head([day IN [initiative.status_confirmed_on, initiative.status_since] WHERE day <= $on]),
       date(datetime({datetime: initiative.created_at, timezone: $zone}))) AS confirmed_on
  WHERE confirmed_on < $old
  RETURN initiative ORDER BY confirmed_on, initiative.id LIMIT $limit
}
RETURN initiative.id AS id
ORDER BY id
