// Who asked to meet whom is found by the other record.
CREATE RANGE INDEX submission_other_id_is_indexed IF NOT EXISTS
FOR (node:Submission) ON (node.other_id)
