// Every account with its person and roles, by name.
// $limit: integer — at most this many accounts
MATCH (account:Account)
OPTIONAL MATCH (account)-[:`IS`]->(person:Person)
RETURN account.id AS id, account.email AS email, person.id AS person_id,
       coalesce(person.name, account.email) AS name,
       COLLECT { MATCH (account)-[:HAS_ROLE]->(role:Role) RETURN role.name ORDER BY role.name } AS roles,
       account.password_hash IS NOT NULL AS has_password,
       account.disabled_at AS disabled_at, account.last_login_at AS last_login_at
ORDER BY toLower(name), email
LIMIT $limit
