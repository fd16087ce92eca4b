// How many questions somebody may see, by what they ask, whether they are one's own and whether one is told of them.
// $account_id: string — who asks
MATCH (saved:SavedQuestion)
WITH saved, EXISTS { (saved)-[:KEPT_BY]->(:Account {id: $account_id}) } AS is_own,
     EXISTS { (saved)<-[:WATCHES]-(:QuestionAlert)-[:TELLS]->(:Account {id: $account_id}) } AS is_told
WHERE saved.is_shared OR is_own OR is_told
RETURN saved.ask AS ask, is_own AS is_own, is_told AS is_told, count(*) AS questions
ORDER BY ask, is_own, is_told
