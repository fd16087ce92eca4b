// How many questions somebody may see.
// $account_id: string — who asks
// $most: integer — count no further than this
MATCH (saved:SavedQuestion)
WHERE saved.is_shared OR EXISTS { (saved)-[:KEPT_BY]->(:Account {id: $account_id}) }
   OR EXISTS { (saved)<-[:WATCHES]-(:QuestionAlert)-[:TELLS]->(:Account {id: $account_id}) }
WITH saved LIMIT $most
RETURN count(saved) AS total
