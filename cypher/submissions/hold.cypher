// Hold a submission so that nobody else answers it before this transaction ends.
// $id: string — the submission
// $at: datetime — now
MATCH (submission:Submission {id: $id})
SET submission.held_at = $at
