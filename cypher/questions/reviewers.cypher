// Colleagues who can be told of new answers: an open account with one of these roles; one of them, or all.
// $id: string or null — only this account
// $roles: list of string — the roles that may keep questions
// $limit: integer — at most this many
MATCH (account:Account)
WHERE ($id IS NULL OR account.id = $id) AND account.disabled_at IS NULL
  AND EXISTS { MATCH (account)-[:HAS_ROLE]->(role:Role) WHERE role.name IN $roles }
OPTIONAL MATCH (account)-[:`IS`]->(person:Person)
RETURN account.id AS account_id, person.id AS person_id, coalesce(person.name, account.email) AS name,
       account.email AS email,
       COLLECT { MATCH (account)-[:HAS_ROLE]->(role:Role) RETURN role.name ORDER BY role.name } AS roles
ORDER BY toLower(name), account_id
LIMIT $limit
