// The questions that somebody may see: their own, those for everybody, and those they are told of; one of them, or all.
// $id: string or null — only this question
// $account_id: string — who asks
// $ask: string or null — only those that ask this
// $whose: string or null — only one's own (own), those of others (others), or those one is told of (told)
// $newest_first: boolean — what was changed last stands first, else by name
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (saved:SavedQuestion)
WHERE ($id IS NULL OR saved.id = $id)
  AND (saved.is_shared OR EXISTS { (saved)-[:KEPT_BY]->(:Account {id: $account_id}) }
       OR EXISTS { (saved)<-[:WATCHES]-(:QuestionAlert)-[:TELLS]->(:Account {id: $account_id}) })
  AND ($ask IS NULL OR saved.ask = $ask)
  AND CASE $whose WHEN 'own' THEN EXISTS { (saved)-[:KEPT_BY]->(:Account {id: $account_id}) }
        WHEN 'others' THEN NOT EXISTS { (saved)-[:KEPT_BY]->(:Account {id: $account_id}) }
        WHEN 'told' THEN EXISTS { (saved)<-[:WATCHES]-(:QuestionAlert)-[:TELLS]->(:Account {id: $account_id}) }
        ELSE true END
WITH saved, CASE WHEN $newest_first THEN -saved.updated_at.epochMillis END AS first
ORDER BY first, toLower(saved.name), saved.id
SKIP $skip LIMIT $limit
OPTIONAL MATCH (saved)-[:KEPT_BY]->(owner:Account)
OPTIONAL MATCH (owner)-[:`IS`]->(person:Person)
RETURN saved.id AS id, saved.name AS name, saved.is_shared AS is_shared, saved.version AS version,
       saved.updated_at AS updated_at, owner.id AS owner_id, coalesce(person.name, owner.email) AS owner,
       {ask: saved.ask, goal: saved.goal, theme: saved.theme, area: saved.area, team: saved.team,
        scheme: saved.scheme, kind: saved.supply_kind, number: saved.number} AS question,
       COLLECT {
         MATCH (saved)<-[:WATCHES]-(alert:QuestionAlert)-[:TELLS]->(account:Account)
         OPTIONAL MATCH (account)-[:`IS`]->(who:Person)
         RETURN {account_id: account.id, name: coalesce(who.name, account.email), rhythm: alert.rhythm,
                 weekday: alert.weekday, told_at: alert.told_at}
         ORDER BY coalesce(who.name, account.email)
       } AS alerts
ORDER BY first, toLower(name), id
