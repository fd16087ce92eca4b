// What somebody proposed, newest first.
// $account_id: string — the account
// $limit: integer — at most this many
MATCH (submission:Submission {account_id: $account_id})
WITH submission
ORDER BY submission.created_at DESC, submission.id
LIMIT $limit
OPTIONAL MATCH (about:Record {id: submission.about_id})
RETURN properties(submission) AS submission,
       CASE WHEN about IS NOT NULL
         THEN {kind: [label IN labels(about) WHERE label <> 'Record'][0], id: about.id, name: about.name} END AS about,
       null AS other
ORDER BY submission.created_at DESC, submission.id
