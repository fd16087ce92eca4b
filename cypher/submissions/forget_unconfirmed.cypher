// Forget what nobody confirmed in time.
// $at: datetime — now
// $limit: integer — at most this many at once
MATCH (submission:Submission)
WHERE submission.token_ends_at < $at
WITH submission LIMIT $limit
DETACH DELETE submission
