// One account with its person and roles.
// $id: string — the account
MATCH (account:Account {id: $id})
OPTIONAL MATCH (account)-[:`IS`]->(person:Person)
RETURN account.id AS id, account.email AS email, account.password_hash AS password_hash,
       person.id AS person_id, coalesce(person.name, account.email) AS name,
       COLLECT { MATCH (account)-[:HAS_ROLE]->(role:Role) RETURN role.name ORDER BY role.name } AS roles,
       account.disabled_at AS disabled_at
