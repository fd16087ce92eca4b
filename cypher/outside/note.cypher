// Note what was found at an address.
// $url: string — the address
// $problem: string or null — what is wrong; null when it answers
// $at: datetime — when
MERGE (check:LinkCheck {url: $url})
SET check.problem = $problem, check.checked_at = $at
