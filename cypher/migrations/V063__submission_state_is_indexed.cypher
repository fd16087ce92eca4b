// What waits for an answer is found by its state, oldest first.
CREATE RANGE INDEX submission_state_is_indexed IF NOT EXISTS
FOR (node:Submission) ON (node.state, node.created_at)
