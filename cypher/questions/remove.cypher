// Remove a kept question with its alerts.
// $id: string — the question
MATCH (saved:SavedQuestion {id: $id})
OPTIONAL MATCH (saved)<-[:WATCHES]-(alert:QuestionAlert)
DETACH DELETE alert, saved
