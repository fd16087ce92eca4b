// Everything that one import made is found by its batch.
CREATE INDEX record_batch IF NOT EXISTS
FOR (node:Record) ON (node.batch)
