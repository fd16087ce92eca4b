// The questions that some accounts keep, and those of which they are mailed.
// $accounts: list of string — the accounts
// $limit: integer — at most this many
UNWIND $accounts AS account_id
MATCH (account:Account {id: account_id})
MATCH (account)<-[tie:KEPT_BY|TELLS]-(from)
MATCH (from)-[:WATCHES]->{0,1}(saved:SavedQuestion)
RETURN DISTINCT saved.id AS id, saved.name AS name, type(tie) = 'TELLS' AS is_mailed, from.since AS since
ORDER BY name, id, is_mailed
LIMIT $limit
