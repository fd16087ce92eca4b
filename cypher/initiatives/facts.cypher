// One initiative with what is one link away.
// $id: string — the initiative
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see names that are not public
MATCH (initiative:Initiative {id: $id})
WHERE initiative.visibility IN $visible
OPTIONAL MATCH (confirmer:Person {id: initiative.status_confirmed_by})
OPTIONAL MATCH (initiative)<-[contact:CONTACT_FOR]-(person:Person)
  WHERE contact.until IS NULL AND person.visibility IN $visible
WITH initiative, confirmer, contact, person, coalesce(person.public_as, 'function') AS public_as
ORDER BY contact.since DESC
LIMIT 1
RETURN initiative.id AS id, initiative.version AS version, initiative.visibility AS visibility,
       coalesce(initiative.lang, 'nl') AS lang, initiative.name AS name, initiative.summary AS summary,
       initiative.description AS description, initiative.status AS status, initiative.status_since AS status_since,
       initiative.status_confirmed_on AS status_confirmed_on,
       CASE WHEN $private THEN confirmer.name END AS confirmed_by,
       initiative.started_on AS started_on, initiative.ended_on AS ended_on, initiative.until AS until,
       initiative.website AS website, coalesce(initiative.channels, []) AS channels, initiative.email AS email,
       COLLECT { MATCH (initiative)-[tag:HAS_THEME]->(theme) WHERE tag.until IS NULL AND theme.visibility IN $visible
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name } AS themes,
       COLLECT { MATCH (initiative)-[place:LOCATED_IN]->(area) WHERE place.until IS NULL AND area.visibility IN $visible
         RETURN {kind: 'Area', id: area.id, name: area.name} ORDER BY area.name } AS areas,
       COLLECT { MATCH (initiative)-[care:HANDLED_BY]->(team) WHERE care.until IS NULL AND team.visibility IN $visible
         RETURN {kind: 'Department', id: team.id, name: team.name} ORDER BY team.name } AS teams,
       COLLECT { MATCH (initiative)<-[starts:INITIATES]-(party:Organisation)
         WHERE starts.until IS NULL AND party.visibility IN $visible
         RETURN {kind: 'Organisation', id: party.id, name: party.name} ORDER BY party.name
       } AS initiating_organisations,
       COLLECT { MATCH (initiative)<-[starts:INITIATES]-(human:Person)
         WHERE starts.until IS NULL AND human.visibility <> 'removed'
         RETURN {id: human.id, person_kind: human.person_kind,
                 name: CASE WHEN $private OR (human.visibility IN $visible AND human.public_as = 'name')
                       THEN human.name END} ORDER BY human.name } AS initiating_people,
       COLLECT { MATCH (initiative)<-[part:PARTNERS_IN]-(party:Organisation)
         WHERE part.until IS NULL AND party.visibility IN $visible
         RETURN {mention: {kind: 'Organisation', id: party.id, name: party.name}, role: part.role}
         ORDER BY party.name } AS partners,
       CASE WHEN person IS NOT NULL THEN {since: contact.since, official: person {
         .id, .person_kind, .absent_until, .confirmed_on, .office_hours, public_as: public_as,
         name: CASE WHEN $private OR person.person_kind = 'alderman' OR public_as = 'name' THEN person.name END,
         function: CASE WHEN $private OR public_as <> 'team' THEN person.function END,
         team: head([(person)-[job:WORKS_FOR]->(team:Department)
                     WHERE job.until IS NULL AND team.visibility IN $visible
                     | {kind: 'Department', id: team.id, name: team.name}])}} END AS contact,
       reduce(last = null, day IN [(initiative)<-[former:CONTACT_FOR]-() | former.until]
         | CASE WHEN last IS NULL OR day > last THEN day ELSE last END) AS last_contact_until
