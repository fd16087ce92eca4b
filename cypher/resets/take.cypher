// Use the token up and say whose password it may set.
// $token_hash: string — SHA-256 of the token in the mail
// $at: datetime — now
MATCH (reset:PasswordReset {token_hash: $token_hash})-[:OF]->(account:Account)
WHERE reset.ends_at > $at AND account.disabled_at IS NULL
WITH reset, account, account.id AS account_id, account.email AS email
DETACH DELETE reset
RETURN account_id, email
