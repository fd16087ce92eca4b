// Close the account, or open it again.
// $id: string — the account
// $disabled_at: datetime or null — since when it is closed
// $at: datetime — now
MATCH (account:Account {id: $id})
SET account.disabled_at = $disabled_at, account.updated_at = $at
