// Whose session this is, when it still lives.
// $token_hash: string — SHA-256 of the token in the cookie
// $at: datetime — now
MATCH (session:Session {token_hash: $token_hash})-[:OF]->(account:Account)
WHERE session.idle_until > $at AND session.ends_at > $at AND account.disabled_at IS NULL
OPTIONAL MATCH (account)-[:`IS`]->(person:Person)
RETURN account.id AS account_id, person.id AS person_id, coalesce(person.name, account.email) AS name,
       COLLECT { MATCH (account)-[:HAS_ROLE]->(role:Role) RETURN role.name ORDER BY role.name } AS roles,
       session.idle_until AS idle_until, session.ends_at AS ends_at
