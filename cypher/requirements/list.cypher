// Every requirement, with how many initiatives it hits, how many met it, and the questions about it that wait.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
// $stood: map — what was different on the day, by requirement and initiative; empty today
// $id: string or null — only this one, also when it ended
// $limit: integer — at most this many
MATCH (requirement:Requirement)
WHERE ($id IS NULL OR requirement.id = $id) AND requirement.visibility IN $visible
  AND ($id IS NOT NULL OR requirement.until IS NULL OR requirement.until > $on)
WITH requirement
ORDER BY toLower(requirement.name), requirement.id
LIMIT $limit
OPTIONAL MATCH (requirement)<-[must:MUST_MEET]-(initiative:Initiative)
WHERE NOT coalesce(must.since > $on OR must.until <= $on, false) AND initiative.visibility IN $visible
  AND (initiative.until IS NULL OR initiative.until > $on)
WITH requirement, must, CASE WHEN $past IS NOT NULL THEN $stood[requirement.id + ' > ' + initiative.id] END AS before
WITH requirement, must,
     CASE WHEN before.requirement_state IS NULL THEN coalesce(must.requirement_state, 'open')
       ELSE before.requirement_state.old END AS state,
     CASE WHEN before.questioned_on IS NULL THEN must.questioned_on ELSE before.questioned_on.old END AS asked_on,
     CASE WHEN before.answered_on IS NULL THEN must.answered_on ELSE before.answered_on.old END AS answered_on
WITH requirement, CASE WHEN state <> 'dropped' THEN must END AS must, state, answered_on,
     CASE WHEN $past IS NULL OR coalesce(asked_on <= $past, true) THEN asked_on END AS asked_on
WITH requirement, must, state, asked_on, answered_on IS NOT NULL AND NOT coalesce(answered_on > $past, false) AS answered
WITH requirement, count(must) AS initiatives,
     count(CASE WHEN state = 'met' THEN must END) AS met,
     count(CASE WHEN asked_on IS NOT NULL AND NOT answered THEN must END) AS waiting,
     min(CASE WHEN must IS NOT NULL AND NOT answered THEN asked_on END) AS waiting_since
RETURN requirement.id AS id, requirement.name AS name, requirement.visibility AS visibility,
       coalesce(requirement.legally_required, false) AS legally_required, requirement.legal_basis AS legal_basis,
       requirement.why AS why, requirement.help_offered AS help_offered,
       initiatives AS initiatives, met AS met, waiting AS waiting, waiting_since AS waiting_since,
       COLLECT { MATCH (requirement)<-[sets:SETS]-(team:Department)
         WHERE NOT coalesce(sets.since > $on OR sets.until <= $on, false) AND team.visibility IN $visible
         RETURN {kind: 'Department', id: team.id, name: team.name} ORDER BY team.name } AS teams
ORDER BY toLower(name), id
