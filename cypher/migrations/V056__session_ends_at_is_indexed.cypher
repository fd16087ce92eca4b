// Sessions are swept by their end.
CREATE INDEX session_ends_at IF NOT EXISTS
FOR (node:Session) ON (node.ends_at)
