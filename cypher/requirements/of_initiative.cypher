// The requirements that one initiative must meet, open ones first; what was asked and answered only for who may read it.
// $id: string — the initiative
// $visible: list of string — visibilities the reader may see
// $on: date — the day it is shown of
// $past: date or null — the earlier day that is shown; null for today
// $stood: map — what was different on the day, by requirement and initiative; empty today
// $private: boolean — whether the reader may see what was asked and answered
// $person_id: string or null — the reader, who may read it when the initiative is the reader's own
MATCH (initiative:Initiative {id: $id})-[must:MUST_MEET]->(requirement:Requirement)
WHERE initiative.visibility IN ['draft', 'published'] AND NOT coalesce(must.since > $on OR must.until <= $on, false)
  AND requirement.visibility IN $visible
WITH initiative, must, requirement, EXISTS {
       MATCH (:Person {id: $person_id})-[work:WORKS_FOR]->{0,1}(party:Person|Organisation)-[starts:INITIATES]->(initiative)
       WHERE all(link IN work WHERE link.until IS NULL) AND starts.until IS NULL } AS own
WITH must, requirement, own, CASE WHEN $past IS NOT NULL THEN $stood[requirement.id + ' > ' + initiative.id] END AS before
WITH must, requirement, own, before,
     CASE WHEN before.requirement_state IS NULL THEN coalesce(must.requirement_state, 'open')
       ELSE before.requirement_state.old END AS state,
     CASE WHEN before.questioned_on IS NULL THEN must.questioned_on ELSE before.questioned_on.old END AS questioned_on,
     CASE WHEN before.answered_on IS NULL THEN must.answered_on ELSE before.answered_on.old END AS answered_on
WITH must, requirement, own, before, state, questioned_on, answered_on,
     NOT coalesce(questioned_on > $past, false) AS was_asked,
     NOT coalesce(questioned_on > $past OR answered_on > $past, false) AS was_answered
RETURN requirement.id AS id, requirement.name AS name, requirement.description AS description,
       coalesce(requirement.lang, 'nl') AS lang,
       coalesce(requirement.legally_required, false) AS legally_required, requirement.legal_basis AS legal_basis,
       requirement.why AS why, requirement.help_offered AS help_offered, state AS state, own AS own,
       CASE WHEN was_asked THEN questioned_on END AS questioned_on,
       CASE WHEN was_asked AND ($private OR own) THEN CASE WHEN before.question IS NULL THEN must.question ELSE before.question.old END END AS question,
       CASE WHEN was_answered THEN answered_on END AS answered_on,
       CASE WHEN was_answered AND ($private OR own) THEN CASE WHEN before.answer IS NULL THEN must.answer ELSE before.answer.old END END AS answer,
       COLLECT { MATCH (requirement)<-[sets:SETS]-(team:Department)
         WHERE NOT coalesce(sets.since > $on OR sets.until <= $on, false) AND team.visibility IN $visible
         RETURN {kind: 'Department', id: team.id, name: team.name} ORDER BY team.name } AS teams
ORDER BY CASE state WHEN 'open' THEN 0 WHEN 'met' THEN 1 ELSE 2 END, toLower(name), id
