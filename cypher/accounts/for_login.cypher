// What is needed to check a password.
// $email: string — the address, in small letters
MATCH (account:Account {email: $email})
RETURN account.id AS id, account.password_hash AS password_hash, account.disabled_at IS NULL AS open
