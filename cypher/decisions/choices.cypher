// The choices of the waiting room: how many decisions it would show with each, given the others; kinds never add up.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $kind: string — a kind of decision, empty for those without one
// $state: string — waiting, long, paused, decided or all
// $by: string or null — the team or body that decides
// $long: integer — from this many days on it takes long
MATCH (decision:Decision)
WHERE decision.visibility IN $visible AND (decision.until IS NULL OR decision.until > $on)
  AND NOT coalesce(decision.asked_on > $on, false)
WITH decision, COLLECT { MATCH (decision)-[:PAUSED]->(pause:Pause) WHERE pause.since <= $on
       RETURN {since: pause.since, until: CASE WHEN pause.until <= $on THEN pause.until END} } AS pauses
WITH decision, any(pause IN pauses WHERE pause.until IS NULL) AS paused,
     duration.inDays(decision.asked_on, $on).days - reduce(days = 0, pause IN pauses | days
       + duration.inDays(pause.since, coalesce(pause.until, $on)).days) AS days
WITH coalesce(decision.decision_kind, '') AS kind,
     CASE WHEN decision.decided_on <= $on THEN ['all', 'decided'] WHEN paused THEN ['all', 'waiting', 'paused']
          WHEN days >= $long THEN ['all', 'waiting', 'long'] ELSE ['all', 'waiting'] END AS states,
     COLLECT {
       MATCH (decision)<-[by:DECIDES]-(decider)
       WHERE NOT coalesce(by.until <= $on, false)
          AND (NOT coalesce(by.since > $on, false) OR NOT EXISTS {
            MATCH (decision)<-[was:DECIDES]-() WHERE NOT coalesce(was.since > $on, false) })
       MATCH (decider)-[job:WORKS_FOR]->{0,1}(team)
       WHERE (size(job) = 0 AND NOT team:Person OR size(job) = 1 AND decider:Person
                AND (NOT coalesce(job[0].since > CASE WHEN decision.decided_on <= $on THEN decision.decided_on ELSE $on END OR job[0].until <= CASE WHEN decision.decided_on <= $on THEN decision.decided_on ELSE $on END, false)
          OR NOT coalesce(job[0].since > $on OR job[0].until <= $on, false) AND NOT EXISTS {
            MATCH (decider)-[held:WORKS_FOR]->(:Department|Body) WHERE NOT coalesce(held.since > CASE WHEN decision.decided_on <= $on THEN decision.decided_on ELSE $on END OR held.until <= CASE WHEN decision.decided_on <= $on THEN decision.decided_on ELSE $on END, false) }))
         AND (team:Department OR team:Body) AND team.visibility IN $visible
       RETURN DISTINCT {id: team.id, name: team.name}
     } AS teams
WITH kind, states, teams, $by IS NULL OR $by IN [team IN teams | team.id] AS fits
WITH collect({kind: kind, states: states, teams: teams, fits: fits}) AS found
CALL (found) {
  UNWIND [each IN found WHERE each.fits AND $state IN each.states | each.kind] AS kind
  RETURN 'kind' AS filter, kind AS value, kind AS name, count(*) AS decisions
  UNION
  UNWIND [each IN found WHERE each.fits AND each.kind = $kind | each.states] AS states
  UNWIND states AS state
  RETURN 'state' AS filter, state AS value, state AS name, count(*) AS decisions
  UNION
  UNWIND [each IN found WHERE each.kind = $kind AND $state IN each.states | each.teams] AS teams
  UNWIND teams AS team
  RETURN 'by' AS filter, team.id AS value, team.name AS name, count(*) AS decisions
}
RETURN filter AS filter, value AS value, name AS name, decisions AS decisions
ORDER BY filter, toLower(name), value
