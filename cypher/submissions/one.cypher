// One submission with the records it is about.
// $id: string — the submission
MATCH (submission:Submission {id: $id})
OPTIONAL MATCH (about:Record {id: submission.about_id})
OPTIONAL MATCH (other:Record {id: submission.other_id})
RETURN properties(submission) AS submission,
       CASE WHEN about IS NOT NULL
         THEN {kind: [label IN labels(about) WHERE label <> 'Record'][0], id: about.id, name: about.name} END AS about,
       CASE WHEN other IS NOT NULL
         THEN {kind: [label IN labels(other) WHERE label <> 'Record'][0], id: other.id, name: other.name} END AS other
