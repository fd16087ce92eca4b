// A page of the submissions in one state, those that were sent first above unless asked otherwise.
// $state: string — a state of graph.submissions
// $kind: string or null — only of this kind
// $order: string — oldest, newest or sender
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (submission:Submission)
WHERE submission.state = $state AND ($kind IS NULL OR submission.kind = $kind)
WITH submission,
     CASE $order WHEN 'newest' THEN -submission.created_at.epochMillis
       WHEN 'sender' THEN toLower(submission.sender_name) END AS first
ORDER BY first, submission.created_at, submission.id
SKIP $skip LIMIT $limit
OPTIONAL MATCH (about:Record {id: submission.about_id})
OPTIONAL MATCH (about_next:Record {id: about.merged_into})
OPTIONAL MATCH (about_last:Record {id: about_next.merged_into})
OPTIONAL MATCH (other:Record {id: submission.other_id})
OPTIONAL MATCH (other_next:Record {id: other.merged_into})
OPTIONAL MATCH (other_last:Record {id: other_next.merged_into})
WITH submission, first, about AS was, coalesce(about_last, about_next, about) AS about,
     coalesce(other_last, other_next, other) AS other
RETURN properties(submission) AS submission,
       CASE WHEN about.visibility <> 'removed'
         THEN {kind: [label IN labels(about) WHERE label <> 'Record'][0], id: about.id, name: about.name} END AS about,
       CASE WHEN other.visibility <> 'removed'
         THEN {kind: [label IN labels(other) WHERE label <> 'Record'][0], id: other.id, name: other.name} END AS other,
       CASE WHEN was.visibility = 'removed'
         THEN {kind: [label IN labels(was) WHERE label <> 'Record'][0], id: was.id, name: was.name} END AS was
ORDER BY first, submission.created_at, submission.id
