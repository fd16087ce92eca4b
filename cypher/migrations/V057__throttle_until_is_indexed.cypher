// Counters are swept by the end of their window.
CREATE INDEX throttle_until IF NOT EXISTS
FOR (node:Throttle) ON (node.until)
