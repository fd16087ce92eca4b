// Take an alert in hand, so that a second run at the same time leaves it alone; nothing comes back when it is in hand.
// $key: string — the alert
// $on: date — today
// $at: datetime — now
// $stale: datetime — what was taken in hand before this was left lying
MATCH (alert:QuestionAlert {key: $key})
SET alert.held_at = $at
WITH alert
WHERE (alert.claimed_at IS NULL OR alert.claimed_at < $stale)
  AND (alert.checked_on IS NULL OR alert.checked_on < $on)
SET alert.claimed_at = $at
RETURN alert.key AS key
