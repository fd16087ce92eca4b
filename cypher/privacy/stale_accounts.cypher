// Accounts nobody used for long.
// $before: datetime — no login since, nor made since
// $order: string — oldest or name
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (account:Account)
WHERE account.disabled_at IS NULL AND coalesce(account.last_login_at, account.created_at) < $before
RETURN account.id AS id, 'Account' AS kind, account.email AS name,
       coalesce(account.last_login_at, account.created_at) AS last_at,
       false AS is_removed, null AS spoken
ORDER BY CASE WHEN $order = 'name' THEN toLower(name) END, last_at, id
SKIP $skip LIMIT $limit
