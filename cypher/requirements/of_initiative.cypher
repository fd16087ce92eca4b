// The requirements that one initiative must meet, open ones first; what was asked and answered only for who may read it.
// $id: string — the initiative
// $visible: list of string — visibilities the reader may see
// $on: date — the day it is shown of
// $private: boolean — whether the reader may see what was asked and answered
// $person_id: string or null — the reader, who may read it when the initiative is the reader's own
MATCH (initiative:Initiative {id: $id})-[must:MUST_MEET]->(requirement:Requirement)
WHERE initiative.visibility IN ['draft', 'published'] AND NOT coalesce(must.since > $on OR must.until <= $on, false)
  AND requirement.visibility IN $visible
WITH initiative, must, requirement, EXISTS {
       MATCH (:Person {id: $person_id})-[work:WORKS_FOR]->{0,1}(party:Person|Organisation)-[starts:INITIATES]->(initiative)
       WHERE all(link IN work WHERE link.until IS NULL) AND starts.until IS NULL } AS own
RETURN requirement.id AS id, requirement.name AS name, requirement.description AS description,
       coalesce(requirement.lang, 'nl') AS lang,
       coalesce(requirement.legally_required, false) AS legally_required, requirement.legal_basis AS legal_basis,
       requirement.why AS why, requirement.help_offered AS help_offered,
       coalesce(must.requirement_state, 'open') AS state, must.questioned_on AS questioned_on,
       CASE WHEN $private OR own THEN must.question END AS question, must.answered_on AS answered_on,
       CASE WHEN $private OR own THEN must.answer END AS answer, own AS own,
       COLLECT { MATCH (requirement)<-[sets:SETS]-(team:Department)
         WHERE NOT coalesce(sets.since > $on OR sets.until <= $on, false) AND team.visibility IN $visible
         RETURN {kind: 'Department', id: team.id, name: team.name} ORDER BY team.name } AS teams
ORDER BY CASE state WHEN 'open' THEN 0 WHEN 'met' THEN 1 ELSE 2 END, toLower(name), id
