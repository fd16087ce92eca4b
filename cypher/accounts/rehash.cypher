// Keep the same password under today's cost of hashing.
// $id: string — the account
// $password_hash: string — argon2id
MATCH (account:Account {id: $id})
SET account.password_hash = $password_hash
