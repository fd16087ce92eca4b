// The sessions of an account that still live, newest first.
// $account_id: string — the account
// $at: datetime — now
// $limit: integer — at most this many sessions
MATCH (session:Session)-[:OF]->(account:Account {id: $account_id})
WHERE session.idle_until > $at AND session.ends_at > $at
RETURN session.began_at AS began_at, session.idle_until AS idle_until, session.token_hash AS token_hash
ORDER BY began_at DESC, token_hash
LIMIT $limit
