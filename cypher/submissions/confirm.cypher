// The address is real: use the link up and put what was sent before the municipality.
// $id: string — the submission, held before
// $at: datetime — now
MATCH (submission:Submission {id: $id})
SET submission.state = 'confirmed', submission.confirmed_at = $at
REMOVE submission.token_hash, submission.token_ends_at
