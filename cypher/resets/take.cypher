// Use the token up and say whose password it may set; the account is held, so that one of two at once finds it.
// $token_hash: string — SHA-256 of the token in the mail
// $at: datetime — now
MATCH (:PasswordReset {token_hash: $token_hash})-[:OF]->(account:Account)
SET account.updated_at = $at
WITH account
MATCH (reset:PasswordReset {token_hash: $token_hash})-[:OF]->(account)
WHERE reset.ends_at > $at AND account.disabled_at IS NULL
WITH reset, account.id AS account_id, account.email AS email
DETACH DELETE reset
RETURN account_id AS account_id, email AS email
