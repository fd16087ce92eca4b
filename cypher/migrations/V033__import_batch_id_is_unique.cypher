// No two ImportBatch nodes share their id.
CREATE CONSTRAINT import_batch_id_is_unique IF NOT EXISTS
FOR (node:ImportBatch) REQUIRE node.id IS UNIQUE
