// Write anew what a submission says.
// $id: string — the submission
// $content: string — what was sent, as JSON
MATCH (submission:Submission {id: $id})
SET submission.content = $content
