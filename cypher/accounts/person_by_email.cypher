// The people who have this mail address and no account yet.
// $email: string — the address, in small letters
// $limit: integer — at most this many people
MATCH (person:Person)
WHERE toLower(person.email) = $email AND person.visibility <> 'removed'
  AND NOT EXISTS { (:Account)-[:`IS`]->(person) }
RETURN person.id AS id
ORDER BY id
LIMIT $limit
