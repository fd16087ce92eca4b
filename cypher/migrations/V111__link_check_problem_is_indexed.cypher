// Addresses that do not answer are few among those that were looked at.
CREATE INDEX link_check_problem IF NOT EXISTS
FOR (node:LinkCheck) ON (node.problem)
