// Submissions in one of these states, those that wait longest first.
// $states: list of string — states of graph.submissions
// $limit: integer — at most this many
MATCH (submission:Submission)
WHERE submission.state IN $states
WITH submission
ORDER BY submission.created_at, submission.id
LIMIT $limit
OPTIONAL MATCH (about:Record {id: submission.about_id})
OPTIONAL MATCH (other:Record {id: submission.other_id})
RETURN properties(submission) AS submission,
       CASE WHEN about IS NOT NULL
         THEN {kind: [label IN labels(about) WHERE label <> 'Record'][0], id: about.id, name: about.name} END AS about,
       CASE WHEN other IS NOT NULL
         THEN {kind: [label IN labels(other) WHERE label <> 'Record'][0], id: other.id, name: other.name} END AS other
ORDER BY submission.created_at, submission.id
