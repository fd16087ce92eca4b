// Remember when the account was last used to log in.
// $id: string — the account
// $at: datetime — now
MATCH (account:Account {id: $id})
SET account.last_login_at = $at
