// An import finds what it made before by its source key, of every kind in one question.
CREATE INDEX record_source_key IF NOT EXISTS
FOR (node:Record) ON (node.source_key)
