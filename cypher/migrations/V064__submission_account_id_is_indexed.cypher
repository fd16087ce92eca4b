// What somebody proposed is found by the account.
CREATE RANGE INDEX submission_account_id_is_indexed IF NOT EXISTS
FOR (node:Submission) ON (node.account_id, node.created_at)
