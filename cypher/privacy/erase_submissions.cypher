// Remove what somebody sent.
// $ids: list of string — the submissions
MATCH (submission:Submission)
WHERE submission.id IN $ids
DETACH DELETE submission
