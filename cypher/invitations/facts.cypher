// What the list needs to know of people and organisations: name, kind, whether they may be asked, and how often they were.
// $ids: list of string — people and organisations
// $today: date — the day of the list
// $year_ago: date — invitations since then count
// $visible: list of string — visibilities the reader may see
UNWIND $ids AS party_id
MATCH (party:Person|Organisation {id: party_id})
WHERE party.visibility IN $visible
RETURN party.id AS id, party:Person AS is_person, party.visibility = 'draft' AS is_draft, party.name AS name, party.person_kind AS person_kind,
       party.function AS function, party.organisation_kind AS organisation_kind,
       COLLECT {
         MATCH (party)-[may:MAY_BE_CONTACTED {purpose: 'invitation'}]->(:Area)
         WHERE may.until IS NULL OR may.until > $today
         RETURN DISTINCT may.basis ORDER BY may.basis
       } AS bases,
       EXISTS {
         MATCH (party)-[may:MAY_BE_CONTACTED {purpose: 'invitation'}]->(:Area)
         WHERE may.until <= $today
       } AS withdrew,
       COLLECT {
         MATCH (party)-[works:WORKS_FOR]->(employer:Organisation|Department|Body)
         WHERE (works.until IS NULL OR works.until > $today) AND employer.visibility <> 'removed'
         WITH DISTINCT employer
         RETURN {id: employer.id, name: employer.name} ORDER BY employer.name LIMIT 5
       } AS works_for,
       COUNT {
         MATCH (party)<-[:INVITES]-(invitation:Invitation)-[:FOR]->(event:Event)
         WHERE invitation.state = 'ready' AND event.held_on >= $year_ago AND event.called_off_on IS NULL
       } AS invited
ORDER BY id
