// The initiatives that must meet one requirement, those whose question waits longest first.
// $id: string — the requirement
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see what was asked and answered
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
// $stood: map — what was different on the day, by requirement and initiative; empty today
// $initiative_id: string or null — only this one
// $limit: integer — at most this many
MATCH (requirement:Requirement {id: $id})<-[must:MUST_MEET]-(initiative:Initiative)
WHERE NOT coalesce(must.since > $on OR must.until <= $on, false)
  AND requirement.visibility IN $visible AND initiative.visibility IN $visible
  AND ($initiative_id IS NULL OR initiative.id = $initiative_id)
WITH must, initiative, CASE WHEN $past IS NOT NULL THEN $stood[requirement.id + ' > ' + initiative.id] END AS before
WITH must, initiative, before,
     CASE WHEN before.requirement_state IS NULL THEN coalesce(must.requirement_state, 'open')
       ELSE before.requirement_state.old END AS state,
     CASE WHEN before.questioned_on IS NULL THEN must.questioned_on ELSE before.questioned_on.old END AS questioned_on,
     CASE WHEN before.answered_on IS NULL THEN must.answered_on ELSE before.answered_on.old END AS answered_on
WITH must, initiative, before, state, NOT coalesce(questioned_on > $past, false) AS was_asked,
     NOT coalesce(questioned_on > $past OR answered_on > $past, false) AS was_answered, questioned_on, answered_on
WITH initiative, state,
     CASE WHEN was_asked THEN questioned_on END AS questioned_on,
     CASE WHEN was_asked AND $private THEN CASE WHEN before.question IS NULL THEN must.question ELSE before.question.old END END AS question,
     CASE WHEN was_answered THEN answered_on END AS answered_on,
     CASE WHEN was_answered AND $private THEN CASE WHEN before.answer IS NULL THEN must.answer ELSE before.answer.old END END AS answer
ORDER BY CASE WHEN answered_on IS NULL THEN questioned_on END,
         CASE state WHEN 'open' THEN 0 WHEN 'met' THEN 1 ELSE 2 END, toLower(initiative.name), initiative.id
LIMIT $limit
RETURN {kind: 'Initiative', id: initiative.id, name: initiative.name} AS initiative, state AS state,
       questioned_on AS questioned_on, question AS question, answered_on AS answered_on, answer AS answer
ORDER BY CASE WHEN answered_on IS NULL THEN questioned_on END,
         CASE state WHEN 'open' THEN 0 WHEN 'met' THEN 1 ELSE 2 END, toLower(initiative.name), initiative.id
