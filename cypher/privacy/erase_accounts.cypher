// Remove accounts with their sessions.
// $ids: list of string — the accounts
MATCH (account:Account)
WHERE account.id IN $ids
OPTIONAL MATCH (account)<-[:OF]-(tied)
WHERE tied:Session OR tied:PasswordReset
DETACH DELETE tied, account
