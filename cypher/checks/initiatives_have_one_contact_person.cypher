// An initiative has at most one contact person.
// $limit: integer — at most this many
MATCH (initiative:Initiative)<-[contact:CONTACT_FOR]-(:Person)
WHERE contact.until IS NULL
WITH initiative, count(contact) AS contacts
WHERE contacts > 1
RETURN initiative.id AS record_id, toString(contacts) + ' contact persons' AS what
ORDER BY record_id
LIMIT $limit
