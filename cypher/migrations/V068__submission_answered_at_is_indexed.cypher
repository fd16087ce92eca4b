// What was answered long ago is found to be forgotten.
CREATE RANGE INDEX submission_answered_at_is_indexed IF NOT EXISTS
FOR (node:Submission) ON (node.answered_at)
