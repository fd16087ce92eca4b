// One page of the accounts, each with its person, roles and how it stands.
// $role: string or null — a role
// $use: string or null — open, waiting (for its owner to choose a password) or closed
// $words: list of string — small letters, each in the name or the mail address
// $order: string — name, latest or longest: when somebody last logged in, never comes after and before the others
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (account:Account)
OPTIONAL MATCH (account)-[:`IS`]->(person:Person)
WITH account, person, coalesce(person.name, account.email) AS name,
     COLLECT { MATCH (account)-[:HAS_ROLE]->(role:Role) RETURN role.name ORDER BY role.name } AS roles,
     CASE WHEN account.disabled_at IS NOT NULL THEN 'closed'
          WHEN account.password_hash IS NULL THEN 'waiting' ELSE 'open' END AS use
WHERE ($role IS NULL OR $role IN roles) AND ($use IS NULL OR use = $use)
  AND all(word IN $words WHERE toLower(name) CONTAINS word OR account.email CONTAINS word)
RETURN account.id AS id, account.email AS email, person.id AS person_id, name AS name, roles AS roles, use AS use,
       account.disabled_at AS disabled_at, account.last_login_at AS last_login_at
ORDER BY $order = 'latest' AND last_login_at IS NULL, $order = 'longest' AND last_login_at IS NOT NULL,
         CASE WHEN $order = 'latest' THEN last_login_at END DESC, CASE WHEN $order = 'longest' THEN last_login_at END,
         toLower(name), email
SKIP $skip
LIMIT $limit
