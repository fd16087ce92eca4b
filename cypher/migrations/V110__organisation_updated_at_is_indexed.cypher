// Organisations can be listed from the one that was added or changed last on.
CREATE INDEX organisation_updated_at IF NOT EXISTS
FOR (node:Organisation) ON (node.updated_at)
