// Decisions that are not taken yet, the oldest first; a person who decides is shown as the team.
// $visible: list of string — visibilities the reader may see
// $ids: list of string or null — only these
// $limit: integer — how many
MATCH (decision:Decision)
WHERE ($ids IS NULL OR decision.id IN $ids) AND decision.visibility IN $visible AND decision.decided_on IS NULL AND decision.until IS NULL
RETURN decision.id AS id, decision.name AS name, decision.decision_kind AS decision_kind,
       decision.asked_on AS asked_on, decision.legal_due_on AS legal_due_on, decision.expected_on AS expected_on,
       decision.decided_on AS decided_on, decision.outcome AS outcome, decision.reason AS reason,
       COLLECT {
         MATCH (decision)<-[by:DECIDES]-()-[jobs:WORKS_FOR]->{0,1}(team:Department|Body)
         WHERE by.until IS NULL AND all(job IN jobs WHERE job.until IS NULL) AND team.visibility IN $visible
         WITH DISTINCT team
         RETURN {kind: [label IN labels(team) WHERE label <> 'Record'][0], id: team.id, name: team.name}
         ORDER BY toLower(team.name), team.id
       } AS deciders,
       COLLECT {
         MATCH (decision)<-[wait:WAITS_FOR]-(each:Initiative)
         WHERE each.visibility IN $visible AND wait.until IS NULL
         RETURN DISTINCT {kind: 'Initiative', id: each.id, name: each.name}
       } AS waiting,
       COLLECT {
         MATCH (decision)-[:PAUSED]->(pause:Pause)
         RETURN {since: pause.since, until: pause.until, reason: pause.reason}
         ORDER BY pause.since
       } AS pauses
ORDER BY decision.asked_on, decision.id
LIMIT $limit
