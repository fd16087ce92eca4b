// Initiatives can be listed from the newest on.
CREATE INDEX initiative_created_at IF NOT EXISTS
FOR (node:Initiative) ON (node.created_at)
