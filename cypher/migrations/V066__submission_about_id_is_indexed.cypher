// What was sent about a record is found by the record.
CREATE RANGE INDEX submission_about_id_is_indexed IF NOT EXISTS
FOR (node:Submission) ON (node.about_id)
