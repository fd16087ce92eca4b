// Tell somebody of new answers to a kept question; who is told already only gets another rhythm.
// $id: string — the question
// $account_id: string — who is told
// $key: string — both ids, joined
// $rhythm: string — daily or weekly
// $weekday: integer — the day of the week, 1 is Monday; only a weekly alert looks at it
// $since: date — the first day on which it can tell something
// $seen: list of integer — digests of the answers that are not new
MATCH (saved:SavedQuestion {id: $id})
MATCH (account:Account {id: $account_id})
MERGE (alert:QuestionAlert {key: $key})
  ON CREATE SET alert.since = $since, alert.seen = $seen
SET alert.rhythm = $rhythm, alert.weekday = $weekday
MERGE (alert)-[:WATCHES]->(saved)
MERGE (alert)-[:TELLS]->(account)
