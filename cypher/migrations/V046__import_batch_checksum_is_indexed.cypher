// An import that was stopped is found again by its file.
CREATE INDEX import_batch_checksum IF NOT EXISTS
FOR (node:ImportBatch) ON (node.checksum)
