// What somebody proposed, newest first.
// $account_id: string — the account
// $limit: integer — at most this many
MATCH (submission:Submission {account_id: $account_id})
WITH submission
ORDER BY submission.created_at DESC, submission.id
LIMIT $limit
OPTIONAL MATCH (about:Record {id: submission.about_id})
OPTIONAL MATCH (about_next:Record {id: about.merged_into})
OPTIONAL MATCH (about_last:Record {id: about_next.merged_into})
WITH submission, about AS was, coalesce(about_last, about_next, about) AS about
RETURN properties(submission) AS submission,
       CASE WHEN about.visibility <> 'removed'
         THEN {kind: [label IN labels(about) WHERE label <> 'Record'][0], id: about.id, name: about.name} END AS about,
       null AS other,
       CASE WHEN was.visibility = 'removed'
         THEN {kind: [label IN labels(was) WHERE label <> 'Record'][0], id: was.id, name: was.name} END AS was
ORDER BY submission.created_at DESC, submission.id
