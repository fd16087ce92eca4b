// Close a submission with an answer.
// $id: string — the submission, held before
// $state: string — accepted, refused or seen
// $reason: string or null — why it was refused
// $made_id: string or null — the record that came of it
// $by: string — the account that answered
// $at: datetime — now
MATCH (submission:Submission {id: $id})
SET submission.state = $state, submission.reason = $reason, submission.made_id = $made_id,
    submission.answered_by = $by, submission.answered_at = $at
