// Give the account exactly these roles.
// $id: string — the account
// $roles: list of string — the names of the roles
// $at: datetime — now
MATCH (account:Account {id: $id})
SET account.updated_at = $at
WITH account
CALL (account) {
  MATCH (account)-[has:HAS_ROLE]->(role:Role)
  WHERE NOT role.name IN $roles
  DELETE has
}
CALL (account) {
  UNWIND $roles AS name
  MERGE (role:Role {name: name})
  MERGE (account)-[:HAS_ROLE]->(role)
}
