// Who is the fixed contact person of an initiative, or is to be: everything that is not over, of who did not leave.
// $id: string — the initiative
// $on: date — today
MATCH (:Initiative {id: $id})<-[contact:CONTACT_FOR]-(person:Person)
WHERE coalesce(contact.until > $on AND contact.since < contact.until, true) AND coalesce(person.until > $on, true)
RETURN person.id AS person_id, contact.since AS since, contact.until AS until
ORDER BY since, person_id
