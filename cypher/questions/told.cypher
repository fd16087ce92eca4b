// Remember which answers somebody was told of, and on which day.
// $key: string — the alert
// $seen: list of integer — digests of the answers that are no longer new
// $on: date — today
// $told_at: datetime or null — when a mail was sent, null when there was nothing new
MATCH (alert:QuestionAlert {key: $key})
SET alert.seen = $seen, alert.checked_on = $on, alert.claimed_at = null, alert.told_at = coalesce($told_at, alert.told_at)
