// End the contacts that were to end later on the day that a new contact person begins: an initiative has one at a time.
// $links: list of map — start_id, end_id and properties of the new ones
UNWIND $links AS each
MATCH (initiative:Record {id: each.end_id})<-[contact:CONTACT_FOR]-(person:Person)
WHERE contact.until > each.properties.since AND NOT coalesce(contact.since > each.properties.since, false)
SET contact.until = each.properties.since
RETURN DISTINCT person.id AS start_id, type(contact) AS type, initiative.id AS end_id
ORDER BY end_id, start_id
