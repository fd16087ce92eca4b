// Initiatives are counted by status.
CREATE INDEX initiative_status IF NOT EXISTS
FOR (node:Initiative) ON (node.status)
