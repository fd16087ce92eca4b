// Keep what somebody sent, or leave it as it is when this id was sent before.
// $id: string — its identity, made with the form so that sending twice is sending once
// $properties: map — what was sent, with created_at
MERGE (submission:Submission {id: $id})
  ON CREATE SET submission += $properties
RETURN submission.created_at = $properties.created_at AS created
