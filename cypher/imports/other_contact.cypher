// Who is the contact person of an initiative now, when that is not the one that a row names; by source key before id.
// $key: string — the source key of the initiative
// $ids: list of string — the initiative when it is found by its name: one id, or none
// $contact_key: string — the source key of the person that the row names
// $contact_ids: list of string — that person when found by name: one id, or none
CALL () {
  MATCH (found:Initiative {source_key: $key}) RETURN found, 0 AS rank
  UNION ALL
  UNWIND $ids AS id MATCH (found:Initiative {id: id}) RETURN found, 1 AS rank
}
WITH found ORDER BY rank LIMIT 1
OPTIONAL MATCH (survivor:Initiative {id: found.merged_into})
WITH coalesce(survivor, found) AS initiative
CALL () {
  MATCH (named:Person {source_key: $contact_key}) RETURN named, 0 AS rank
  UNION ALL
  UNWIND $contact_ids AS id MATCH (named:Person {id: id}) RETURN named, 1 AS rank
  UNION ALL
  RETURN null AS named, 2 AS rank
}
WITH initiative, named ORDER BY rank LIMIT 1
MATCH (initiative)<-[contact:CONTACT_FOR]-(person:Person)
WHERE contact.until IS NULL AND person.id <> coalesce(named.merged_into, named.id, '')
RETURN person.id AS id, person.source_key AS source_key
ORDER BY id
