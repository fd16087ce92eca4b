// What nobody confirmed in time is found to be forgotten.
CREATE RANGE INDEX submission_token_ends_at_is_indexed IF NOT EXISTS
FOR (node:Submission) ON (node.token_ends_at)
