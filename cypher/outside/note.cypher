// Note what was found at an address, and the records that it stood on, so that a list of what is broken need not look
// through all of them.
// $url: string — the address
// $ids: list of string — those records
// $problem: string or null — what is wrong; null when it answers
// $at: datetime — when
MERGE (check:LinkCheck {url: $url})
SET check.problem = $problem, check.checked_at = $at, check.record_ids = $ids
