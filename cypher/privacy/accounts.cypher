// The accounts of a person.
// $id: string — the person
MATCH (:Person {id: $id})<-[:`IS`]-(account:Account)
RETURN account.id AS id, account.email AS email, account.created_at AS created_at,
       account.last_login_at AS last_login_at, account.disabled_at AS disabled_at,
       COLLECT { MATCH (account)-[:HAS_ROLE]->(role:Role) RETURN role.name ORDER BY role.name } AS roles
ORDER BY id
