// One submission with the records it is about, or what took their place; `was` is the record where that is gone now.
// $id: string — the submission
MATCH (submission:Submission {id: $id})
OPTIONAL MATCH (about:Record {id: submission.about_id})
OPTIONAL MATCH (about_next:Record {id: about.merged_into})
OPTIONAL MATCH (about_last:Record {id: about_next.merged_into})
OPTIONAL MATCH (other:Record {id: submission.other_id})
OPTIONAL MATCH (other_next:Record {id: other.merged_into})
OPTIONAL MATCH (other_last:Record {id: other_next.merged_into})
WITH submission, about AS was, coalesce(about_last, about_next, about) AS about,
     coalesce(other_last, other_next, other) AS other
RETURN properties(submission) AS submission,
       CASE WHEN about.visibility <> 'removed'
         THEN {kind: [label IN labels(about) WHERE label <> 'Record'][0], id: about.id, name: about.name} END AS about,
       CASE WHEN other.visibility <> 'removed'
         THEN {kind: [label IN labels(other) WHERE label <> 'Record'][0], id: other.id, name: other.name} END AS other,
       CASE WHEN was.visibility = 'removed'
         THEN {kind: [label IN labels(was) WHERE label <> 'Record'][0], id: was.id, name: was.name} END AS was
