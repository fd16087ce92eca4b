// The initiatives that must meet one requirement, those whose question waits longest first.
// $id: string — the requirement
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see what was asked and answered
// $initiative_id: string or null — only this one
// $limit: integer — at most this many
MATCH (requirement:Requirement {id: $id})<-[must:MUST_MEET]-(initiative:Initiative)
WHERE must.until IS NULL AND requirement.visibility IN $visible AND initiative.visibility IN $visible
  AND ($initiative_id IS NULL OR initiative.id = $initiative_id)
WITH must, initiative, coalesce(must.requirement_state, 'open') AS state
ORDER BY CASE WHEN must.answered_on IS NULL THEN must.questioned_on END,
         CASE state WHEN 'open' THEN 0 WHEN 'met' THEN 1 ELSE 2 END, toLower(initiative.name), initiative.id
LIMIT $limit
RETURN {kind: 'Initiative', id: initiative.id, name: initiative.name} AS initiative, state AS state,
       must.questioned_on AS questioned_on, CASE WHEN $private THEN must.question END AS question,
       must.answered_on AS answered_on, CASE WHEN $private THEN must.answer END AS answer
ORDER BY CASE WHEN answered_on IS NULL THEN questioned_on END,
         CASE state WHEN 'open' THEN 0 WHEN 'met' THEN 1 ELSE 2 END, toLower(initiative.name), initiative.id
