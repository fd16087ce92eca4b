// One requirement with who sets it.
// $id: string — the requirement
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (requirement:Requirement {id: $id})
WHERE requirement.visibility IN $visible
RETURN requirement.id AS id, requirement.name AS name, requirement.visibility AS visibility, requirement.until AS until,
       requirement.description AS description, coalesce(requirement.lang, 'nl') AS lang,
       coalesce(requirement.legally_required, false) AS legally_required, requirement.legal_basis AS legal_basis,
       requirement.why AS why, requirement.help_offered AS help_offered,
       COLLECT { MATCH (requirement)<-[sets:SETS]-(team:Department)
         WHERE NOT coalesce(sets.since > $on OR sets.until <= $on, false) AND team.visibility IN $visible
         RETURN {kind: 'Department', id: team.id, name: team.name} ORDER BY team.name } AS teams
