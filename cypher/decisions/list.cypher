// One page of the waiting room: the decisions of one kind, in one order.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $kind: string — a kind of decision, empty for those without one
// $state: string — waiting, long, paused, decided or all
// $by: string or null — the team or body that decides
// $long: integer — from this many days on it takes long
// $order: string — longest, newest, term or name
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (decision:Decision)
WHERE decision.visibility IN $visible AND (decision.until IS NULL OR decision.until > $on)
  AND coalesce(decision.decision_kind, '') = $kind
  AND NOT coalesce(decision.asked_on > $on, false)
  AND ($state <> 'decided' OR decision.decided_on <= $on)
  AND ($state IN ['decided', 'all'] OR coalesce(decision.decided_on > $on, true))
  AND ($by IS NULL OR EXISTS {
    MATCH (decision)<-[by:DECIDES]-(decider)
    WHERE NOT coalesce(by.until <= $on, false)
          AND (NOT coalesce(by.since > $on, false) OR NOT EXISTS {
            MATCH (decision)<-[was:DECIDES]-() WHERE NOT coalesce(was.since > $on, false) }) AND (decider.id = $by AND NOT decider:Person OR EXISTS {
      MATCH (decider)-[job:WORKS_FOR]->(:Department|Body {id: $by}) WHERE decider:Person AND (NOT coalesce(job.since > CASE WHEN decision.decided_on <= $on THEN decision.decided_on ELSE $on END OR job.until <= CASE WHEN decision.decided_on <= $on THEN decision.decided_on ELSE $on END, false)
          OR NOT coalesce(job.since > $on OR job.until <= $on, false) AND NOT EXISTS {
            MATCH (decider)-[held:WORKS_FOR]->(:Department|Body) WHERE NOT coalesce(held.since > CASE WHEN decision.decided_on <= $on THEN decision.decided_on ELSE $on END OR held.until <= CASE WHEN decision.decided_on <= $on THEN decision.decided_on ELSE $on END, false) }) }) })
WITH decision, CASE WHEN decision.decided_on <= $on THEN decision.decided_on END AS decided_on,
     COLLECT { MATCH (decision)-[:PAUSED]->(pause:Pause) WHERE pause.since <= $on
       RETURN {since: pause.since, until: CASE WHEN pause.until <= $on THEN pause.until END} } AS pauses
WITH decision, decided_on, any(pause IN pauses WHERE pause.until IS NULL) AND decided_on IS NULL AS paused,
     duration.inDays(decision.asked_on, coalesce(decided_on, $on)).days AS whole,
     reduce(days = 0, pause IN pauses | days
       + duration.inDays(pause.since, coalesce(pause.until, decided_on, $on)).days) AS pausing
WITH decision, decided_on, paused, pausing, whole - pausing AS days
WHERE ($state <> 'paused' OR paused) AND ($state <> 'long' OR NOT paused AND days >= $long)
RETURN decision.id AS id
ORDER BY CASE $order WHEN 'longest' THEN -coalesce(days, 0) END,
         CASE $order WHEN 'newest' THEN coalesce(decided_on, decision.asked_on) END DESC,
         CASE $order WHEN 'term' THEN coalesce(
           decision.legal_due_on + duration({days: pausing}), decision.expected_on, date('9999-12-31')) END,
         toLower(decision.name), id
SKIP $skip LIMIT $limit
