// Give the account another password; tokens that could have set one are dead.
// $id: string — the account
// $password_hash: string — argon2id
// $at: datetime — now
MATCH (account:Account {id: $id})
SET account.password_hash = $password_hash, account.updated_at = $at
WITH account
MATCH (reset:PasswordReset)-[:OF]->(account)
DETACH DELETE reset
