// Every requirement, with how many initiatives it hits, how many met it, and the questions about it that wait.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — at most this many
MATCH (requirement:Requirement)
WHERE requirement.visibility IN $visible AND (requirement.until IS NULL OR requirement.until > $on)
WITH requirement
ORDER BY toLower(requirement.name), requirement.id
LIMIT $limit
OPTIONAL MATCH (requirement)<-[must:MUST_MEET]-(initiative:Initiative)
WHERE must.until IS NULL AND initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
  AND coalesce(must.requirement_state, 'open') <> 'dropped'
WITH requirement, count(must) AS initiatives,
     count(CASE WHEN must.requirement_state = 'met' THEN 1 END) AS met,
     count(CASE WHEN must.questioned_on IS NOT NULL AND must.answered_on IS NULL THEN 1 END) AS waiting,
     min(CASE WHEN must.answered_on IS NULL THEN must.questioned_on END) AS waiting_since
RETURN requirement.id AS id, requirement.name AS name, requirement.visibility AS visibility,
       coalesce(requirement.legally_required, false) AS legally_required, requirement.legal_basis AS legal_basis,
       requirement.why AS why, requirement.help_offered AS help_offered,
       initiatives AS initiatives, met AS met, waiting AS waiting, waiting_since AS waiting_since,
       COLLECT { MATCH (requirement)<-[sets:SETS]-(team:Department)
         WHERE sets.until IS NULL AND team.visibility IN $visible
         RETURN {kind: 'Department', id: team.id, name: team.name} ORDER BY team.name } AS teams
ORDER BY toLower(name), id
