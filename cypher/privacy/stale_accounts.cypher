// Accounts nobody used for long.
// $before: datetime — no login since, nor made since
// $limit: integer — at most this many
MATCH (account:Account)
WHERE account.disabled_at IS NULL AND coalesce(account.last_login_at, account.created_at) < $before
RETURN account.id AS id, 'Account' AS kind, account.email AS name,
       coalesce(account.last_login_at, account.created_at) AS last_at
ORDER BY last_at, id
LIMIT $limit
