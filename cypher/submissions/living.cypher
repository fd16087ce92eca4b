// What can still be confirmed with this link.
// $token_hash: string — SHA-256 of the token in the mail
// $at: datetime — now
MATCH (submission:Submission {token_hash: $token_hash})
WHERE submission.token_ends_at > $at
RETURN properties(submission) AS submission
