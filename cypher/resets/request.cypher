// Make a token for the account with this address; an earlier one is dead. Nothing happens for unknown addresses.
// $email: string — the address, in small letters
// $token_hash: string — SHA-256 of the token in the mail
// $ends_at: datetime — the token is dead from then on
MATCH (account:Account {email: $email})
WHERE account.disabled_at IS NULL
OPTIONAL MATCH (earlier:PasswordReset)-[:OF]->(account)
WHERE earlier.token_hash <> $token_hash
DETACH DELETE earlier
WITH DISTINCT account
MERGE (reset:PasswordReset {token_hash: $token_hash})
  ON CREATE SET reset.ends_at = $ends_at
MERGE (reset)-[:OF]->(account)
WITH account
OPTIONAL MATCH (account)-[:`IS`]->(person:Person)
RETURN account.email AS email, coalesce(person.name, account.email) AS name
