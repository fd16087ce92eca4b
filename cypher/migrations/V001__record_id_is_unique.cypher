// No two Record nodes share their id.
CREATE CONSTRAINT record_id_is_unique IF NOT EXISTS
FOR (node:Record) REQUIRE node.id IS UNIQUE
