// Initiatives that are said to go on while their last permit ended, or that nobody confirmed for long.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $before: date — a confirmation before this day is old
// $limit: integer — how many
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
  AND initiative.status IN ['idea', 'started', 'running']
WITH initiative, COLLECT {
  MATCH (initiative)<-[:TO]-(permit:Contribution {contribution_kind: 'permit'})
  RETURN permit.until } AS permits
WITH initiative, CASE WHEN size(permits) > 0 AND all(day IN permits WHERE day IS NOT NULL AND day <= $on)
                 THEN reduce(last = permits[0], day IN permits | CASE WHEN day > last THEN day ELSE last END)
                 END AS permit_ended_on
WHERE permit_ended_on IS NOT NULL OR initiative.status_confirmed_on < $before
RETURN {kind: 'Initiative', id: initiative.id, name: initiative.name} AS mention, initiative.status AS status,
       permit_ended_on AS permit_ended_on, initiative.status_confirmed_on AS confirmed_on
ORDER BY permit_ended_on IS NULL, permit_ended_on, initiative.status_confirmed_on, initiative.id
LIMIT $limit
