// The open accounts that can give access; whoever asks first holds the role, so that the last one stays.
// $role: string — the role that gives access
MERGE (role:Role {name: $role})
SET role.name = $role
WITH role
MATCH (account:Account)-[:HAS_ROLE]->(role)
WHERE account.disabled_at IS NULL
RETURN account.id AS id
ORDER BY id
