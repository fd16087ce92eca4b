// How long decided decisions took, per kind and per team or body: days without the pauses; kinds never add up.
// $visible: list of string — visibilities the reader may see
// $since: date — decided on this day or later
// $on: date — decided on this day or earlier
// $limit: integer — at most this many
MATCH (decision:Decision)
WHERE decision.visibility IN $visible AND (decision.until IS NULL OR decision.until > $on)
  AND decision.asked_on IS NOT NULL AND decision.decision_kind IS NOT NULL
  AND decision.decided_on >= $since AND decision.decided_on <= $on
MATCH (decision)<-[by:DECIDES]-(decider)
WHERE NOT coalesce(by.until <= $on, false)
          AND (NOT coalesce(by.since > $on, false) OR NOT EXISTS {
            MATCH (decision)<-[was:DECIDES]-() WHERE NOT coalesce(was.since > $on, false) })
MATCH (decider)-[job:WORKS_FOR]->{0,1}(team)
WHERE (size(job) = 0 AND NOT team:Person OR size(job) = 1 AND decider:Person AND (NOT coalesce(job[0].since > decision.decided_on OR job[0].until <= decision.decided_on, false)
          OR NOT coalesce(job[0].since > $on OR job[0].until <= $on, false) AND NOT EXISTS {
            MATCH (decider)-[held:WORKS_FOR]->(:Department|Body) WHERE NOT coalesce(held.since > decision.decided_on OR held.until <= decision.decided_on, false) }))
  AND (team:Department OR team:Body) AND team.visibility IN $visible
WITH DISTINCT decision, team
WITH decision.decision_kind AS decision_kind, team,
     duration.inDays(decision.asked_on, decision.decided_on).days - reduce(days = 0, each IN COLLECT {
       MATCH (decision)-[:PAUSED]->(pause:Pause)
       RETURN duration.inDays(pause.since, coalesce(pause.until, decision.decided_on)).days } | days + each) AS days
RETURN decision_kind AS decision_kind, [label IN labels(team) WHERE label <> 'Record'][0] AS kind, team.id AS id,
       team.name AS name, count(days) AS decisions, percentileCont(days, 0.5) AS median
ORDER BY decision_kind, toLower(name), id
LIMIT $limit
