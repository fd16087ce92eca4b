// End the sessions of an account, all but one.
// $account_id: string — the account
// $except_hash: string or null — SHA-256 of the token of the one that lives on
MATCH (session:Session)-[:OF]->(account:Account {id: $account_id})
WHERE $except_hash IS NULL OR session.token_hash <> $except_hash
DETACH DELETE session
