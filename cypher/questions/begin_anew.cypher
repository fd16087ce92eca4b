// A question that asks something else begins with other answers that are not new.
// $key: string — the alert
// $seen: list of integer — digests of the answers that are not new
MATCH (alert:QuestionAlert {key: $key})
SET alert.seen = $seen
