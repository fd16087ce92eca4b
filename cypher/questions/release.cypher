// Let go of an alert that could not be told, so that the next run tries again.
// $key: string — the alert
MATCH (alert:QuestionAlert {key: $key})
SET alert.claimed_at = null
