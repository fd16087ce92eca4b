// Make an account for a person, or leave it as it is when this id was made before.
// $id: string — its identity, made by the caller so that doing it again is safe
// $person_id: string — who it belongs to
// $email: string — the address to log in with, in small letters
// $password_hash: string or null — argon2id; null until the owner chooses a password by mail
// $at: datetime — now
MATCH (person:Person {id: $person_id})
MERGE (account:Account {id: $id})
  ON CREATE SET account.email = $email, account.password_hash = $password_hash,
                account.created_at = $at, account.updated_at = $at
WITH account, person, account.created_at = $at AS created
FOREACH (once IN CASE WHEN created THEN [1] ELSE [] END | MERGE (account)-[:`IS`]->(person))
RETURN created AS created
