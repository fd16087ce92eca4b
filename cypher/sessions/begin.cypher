// Begin a session of an account that is open.
// $account_id: string — the account
// $token_hash: string — SHA-256 of the token in the cookie
// $idle_until: datetime — it ends then without use
// $ends_at: datetime — it ends then in any case
// $at: datetime — now
MATCH (account:Account {id: $account_id})
WHERE account.disabled_at IS NULL
MERGE (session:Session {token_hash: $token_hash})
  ON CREATE SET session.idle_until = $idle_until, session.ends_at = $ends_at, session.began_at = $at
MERGE (session)-[:OF]->(account)
RETURN session.began_at AS began_at
