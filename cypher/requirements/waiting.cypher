// The questions about requirements that nobody answered yet, longest first.
// $visible: list of string — visibilities the reader may see
// $limit: integer — at most this many
MATCH (requirement:Requirement)<-[must:MUST_MEET]-(initiative:Initiative)
WHERE must.until IS NULL AND must.questioned_on IS NOT NULL AND must.answered_on IS NULL
  AND requirement.visibility IN $visible AND initiative.visibility IN $visible
WITH requirement, must, initiative
ORDER BY must.questioned_on, toLower(initiative.name), initiative.id
LIMIT $limit
RETURN requirement.id AS requirement_id, requirement.name AS requirement,
       {kind: 'Initiative', id: initiative.id, name: initiative.name} AS initiative, must.questioned_on AS questioned_on
ORDER BY questioned_on, toLower(initiative.name), initiative.id
