// What somebody sent, by account or by mail address, and the initiatives it is about.
// $accounts: list of string — the accounts of the person
// $emails: list of string — the mail addresses of the person, in small letters
// $limit: integer — at most this many
MATCH (submission:Submission)
WHERE submission.account_id IN $accounts OR toLower(submission.sender_email) IN $emails
WITH submission
ORDER BY submission.created_at, submission.id
LIMIT $limit
OPTIONAL MATCH (about:Record {id: submission.about_id})
OPTIONAL MATCH (other:Record {id: submission.other_id})
RETURN submission.id AS id, submission.kind AS kind, submission.state AS state, submission.created_at AS created_at,
       submission.sender_name AS sender_name, submission.sender_email AS sender_email, submission.content AS content,
       about.name AS about, other.name AS other
ORDER BY created_at, id
