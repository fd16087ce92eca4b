// The decisions one initiative waits for, or waited for until they were taken; a person who decides is shown as the team.
// $id: string — the initiative
// $visible: list of string — visibilities the reader may see
// $on: date — the day it is shown of
MATCH (initiative:Initiative {id: $id})-[own:WAITS_FOR]->(decision:Decision)
WHERE decision.visibility IN $visible AND (decision.until IS NULL OR decision.until > $on)
  AND (own.until IS NULL OR own.until > $on OR coalesce(own.until >= decision.decided_on, false))
WITH DISTINCT decision
RETURN decision.id AS id, decision.name AS name, decision.decision_kind AS decision_kind,
       decision.asked_on AS asked_on, decision.legal_due_on AS legal_due_on, decision.expected_on AS expected_on,
       decision.decided_on AS decided_on, decision.outcome AS outcome, decision.reason AS reason,
       COLLECT {
         MATCH (decision)<-[by:DECIDES]-(decider)
         WHERE NOT coalesce(by.until <= $on, false)
          AND (NOT coalesce(by.since > $on, false) OR NOT EXISTS {
            MATCH (decision)<-[was:DECIDES]-() WHERE NOT coalesce(was.since > $on, false) })
         MATCH (decider)-[job:WORKS_FOR]->{0,1}(team)
         WHERE (size(job) = 0 AND NOT team:Person
                OR size(job) = 1 AND decider:Person AND (NOT coalesce(job[0].since > CASE WHEN decision.decided_on <= $on THEN decision.decided_on ELSE $on END OR job[0].until <= CASE WHEN decision.decided_on <= $on THEN decision.decided_on ELSE $on END, false)
          OR NOT coalesce(job[0].since > $on OR job[0].until <= $on, false) AND NOT EXISTS {
            MATCH (decider)-[held:WORKS_FOR]->(:Department|Body) WHERE NOT coalesce(held.since > CASE WHEN decision.decided_on <= $on THEN decision.decided_on ELSE $on END OR held.until <= CASE WHEN decision.decided_on <= $on THEN decision.decided_on ELSE $on END, false) }))
           AND (team:Department OR team:Body) AND team.visibility IN $visible
         RETURN DISTINCT {kind: [label IN labels(team) WHERE label <> 'Record'][0], id: team.id, name: team.name}
       } AS deciders,
       COLLECT {
         MATCH (decision)<-[wait:WAITS_FOR]-(each:Initiative)
         WHERE each.visibility IN $visible AND NOT coalesce(wait.since > $on OR wait.until <= $on, false)
         RETURN DISTINCT {kind: 'Initiative', id: each.id, name: each.name}
       } AS waiting,
       COLLECT {
         MATCH (decision)-[:PAUSED]->(pause:Pause)
         RETURN {since: pause.since, until: pause.until, reason: pause.reason}
         ORDER BY pause.since
       } AS pauses
ORDER BY decision.asked_on DESC, decision.id
LIMIT 200
