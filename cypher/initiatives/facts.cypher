// One initiative with what is one link away.
// $id: string — the initiative
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see names that are not public
// $on: date — the day it is shown of
// $now: date — today: who left by then is no longer named
MATCH (initiative:Initiative {id: $id})
WHERE initiative.visibility IN $visible
OPTIONAL MATCH (confirmer:Person {id: initiative.status_confirmed_by})
OPTIONAL MATCH (initiative)<-[contact:CONTACT_FOR]-(person:Person)
  WHERE NOT coalesce(contact.since > $on OR contact.until <= $on, false) AND person.visibility IN $visible
    AND coalesce(person.until > $on, true)
WITH initiative, confirmer, contact, person, coalesce(person.public_as, 'function') AS public_as
ORDER BY contact.since DESC
LIMIT 1
RETURN initiative.id AS id, initiative.version AS version, initiative.visibility AS visibility,
       coalesce(initiative.lang, 'nl') AS lang, initiative.name AS name, initiative.summary AS summary,
       initiative.description AS description, initiative.status AS status, initiative.status_since AS status_since,
       initiative.status_confirmed_on AS status_confirmed_on,
       CASE WHEN $private THEN confirmer.name END AS confirmed_by,
       CASE WHEN confirmer IS NOT NULL
         THEN confirmer.person_kind IN ['official', 'alderman', 'council_member'] END AS municipality_confirmed,
       initiative.started_on AS started_on, initiative.ended_on AS ended_on, initiative.until AS until,
       initiative.website AS website, coalesce(initiative.channels, []) AS channels, initiative.email AS email,
       COLLECT { MATCH (initiative)-[tag:HAS_THEME]->(theme)
         WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND theme.visibility IN $visible
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name } AS themes,
       COLLECT { MATCH (initiative)-[place:LOCATED_IN]->(area)
         WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND area.visibility IN $visible
         RETURN {kind: 'Area', id: area.id, name: area.name} ORDER BY area.name } AS areas,
       COLLECT { MATCH (initiative)-[care:HANDLED_BY]->(team)
         WHERE NOT coalesce(care.since > $on OR care.until <= $on, false) AND team.visibility IN $visible
         RETURN {kind: 'Department', id: team.id, name: team.name} ORDER BY team.name } AS teams,
       COLLECT { MATCH (initiative)<-[starts:INITIATES]-(party:Organisation)
         WHERE NOT coalesce(starts.since > $on OR starts.until <= $on, false) AND party.visibility IN $visible
         RETURN {kind: 'Organisation', id: party.id, name: party.name} ORDER BY party.name
       } AS initiating_organisations,
       COLLECT { MATCH (initiative)<-[starts:INITIATES]-(human:Person)
         WHERE NOT coalesce(starts.since > $on OR starts.until <= $on, false) AND human.visibility <> 'removed'
         RETURN {id: human.id, person_kind: human.person_kind,
                 name: CASE WHEN $private OR (human.visibility IN $visible AND human.public_as = 'name'
                                         AND coalesce(human.until > $now, true)) THEN human.name END} ORDER BY human.name } AS initiating_people,
       COLLECT { MATCH (initiative)<-[part:PARTNERS_IN]-(party:Organisation)
         WHERE NOT coalesce(part.since > $on OR part.until <= $on, false) AND party.visibility IN $visible
         RETURN {mention: {kind: 'Organisation', id: party.id, name: party.name}, role: part.role}
         ORDER BY party.name } AS partners,
       CASE WHEN person IS NOT NULL THEN {since: contact.since, official: person {
         .id, .person_kind, .absent_until, .confirmed_on, .office_hours, public_as: public_as,
         name: CASE WHEN $private OR (person.person_kind = 'alderman' OR public_as = 'name')
                   AND coalesce(person.until > $now, true) THEN person.name END,
         function: CASE WHEN $private OR public_as <> 'team' THEN person.function END,
         team: head([(person)-[job:WORKS_FOR]->(team:Department)
                     WHERE NOT coalesce(job.since > $on OR job.until <= $on, false) AND team.visibility IN $visible
                     | {kind: 'Department', id: team.id, name: team.name}])}} END AS contact,
       reduce(last = null, day IN [(initiative)<-[former:CONTACT_FOR]-(who)
              WHERE former.until <= $on OR who.until <= $on
              | CASE WHEN coalesce(who.until < former.until, former.until IS NULL) THEN who.until ELSE former.until END]
         | CASE WHEN last IS NULL OR day > last THEN day ELSE last END) AS last_contact_until
