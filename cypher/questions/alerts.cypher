// Every alert with its question and who is told, also when the account is closed; of one question, or of all.
// $id: string or null — only of this question
// $limit: integer — at most this many
MATCH (saved:SavedQuestion)<-[:WATCHES]-(alert:QuestionAlert)-[:TELLS]->(account:Account)
WHERE $id IS NULL OR saved.id = $id
RETURN alert.key AS key, saved.id AS question_id, saved.name AS name, account.id AS account_id,
       alert.rhythm AS rhythm, alert.weekday AS weekday, alert.since AS since, alert.checked_on AS checked_on,
       alert.told_at AS told_at, alert.seen AS seen,
       {ask: saved.ask, goal: saved.goal, theme: saved.theme, area: saved.area, team: saved.team,
        scheme: saved.scheme, kind: saved.supply_kind, number: saved.number} AS question
ORDER BY key
LIMIT $limit
