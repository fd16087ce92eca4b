// Records that were merged into another are found by it when that one is merged again.
CREATE INDEX record_merged_into IF NOT EXISTS
FOR (node:Record) ON (node.merged_into)
