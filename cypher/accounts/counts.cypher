// How many accounts there are, by their roles and how they stand.
// $words: list of string — small letters, each in the name or the mail address
MATCH (account:Account)
OPTIONAL MATCH (account)-[:`IS`]->(person:Person)
WITH account, coalesce(person.name, account.email) AS name
WHERE all(word IN $words WHERE toLower(name) CONTAINS word OR account.email CONTAINS word)
WITH COLLECT { MATCH (account)-[:HAS_ROLE]->(role:Role) RETURN role.name ORDER BY role.name } AS roles,
     CASE WHEN account.disabled_at IS NOT NULL THEN 'closed'
          WHEN account.password_hash IS NULL THEN 'waiting' ELSE 'open' END AS use
RETURN roles AS roles, use AS use, count(*) AS accounts
ORDER BY roles, use
