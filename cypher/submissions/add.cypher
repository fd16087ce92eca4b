// Keep what somebody sent, or leave it as it is when this id was sent before.
// $id: string — its identity, made with the form so that sending twice is sending once
// $properties: map — what was sent
MERGE (submission:Submission {id: $id})
  ON CREATE SET submission.fresh = true, submission += $properties
WITH submission, submission.fresh IS NOT NULL AS created
REMOVE submission.fresh
RETURN created AS created
