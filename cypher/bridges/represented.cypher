// The organisations that somebody works for now, and so can speak for.
// $person_id: string or null — who
MATCH (:Person {id: $person_id})-[work:WORKS_FOR]->(organisation:Organisation)
WHERE work.until IS NULL AND organisation.visibility IN ['draft', 'published'] AND organisation.merged_into IS NULL
RETURN DISTINCT organisation.id AS id
ORDER BY id
