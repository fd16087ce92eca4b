// What somebody sent, by account or by mail address.
// $accounts: list of string — the accounts of the person
// $emails: list of string — the mail addresses of the person, in small letters
// $limit: integer — at most this many
MATCH (submission:Submission)
WHERE submission.account_id IN $accounts OR toLower(submission.sender_email) IN $emails
RETURN submission.id AS id, submission.kind AS kind, submission.state AS state, submission.created_at AS created_at,
       submission.sender_name AS sender_name, submission.sender_email AS sender_email, submission.content AS content
ORDER BY created_at, id
LIMIT $limit
