// Decisions that are not taken yet, the oldest first; a person who decides is shown as the team.
// $visible: list of string — visibilities the reader may see
// $ids: list of string or null — only these
// $limit: integer — how many
MATCH (decision:Decision)
WHERE ($ids IS NULL OR decision.id IN $ids) AND decision.visibility IN $visible AND decision.decided_on IS NULL AND decision.until IS NULL
RETURN decision.id AS id, decision.name AS name, decision.decision_kind AS decision_kind,
       decision.asked_on AS asked_on, decision.legal_due_on AS legal_due_on, decision.expected_on AS expected_on,
       decision.decided_on AS decided_on, decision.outcome AS outcome, decision.reason AS reason,
       [(decider)-[by:DECIDES]->(decision)
        WHERE by.until IS NULL AND NOT decider:Person AND decider.visibility IN $visible
        | {kind: [label IN labels(decider) WHERE label <> 'Record'][0], id: decider.id, name: decider.name}]
       + [(decision)<-[by:DECIDES]-(:Person)-[job:WORKS_FOR]->(team:Department)
        WHERE by.until IS NULL AND job.until IS NULL AND team.visibility IN $visible
        | {kind: 'Department', id: team.id, name: team.name}] AS deciders,
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
