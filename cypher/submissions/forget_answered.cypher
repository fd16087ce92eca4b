// Forget what was answered long ago; what came of it stands in the records.
// $before: datetime — answered before this
// $limit: integer — at most this many at once
MATCH (submission:Submission)
WHERE submission.answered_at < $before
WITH submission LIMIT $limit
DETACH DELETE submission
