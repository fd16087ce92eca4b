// No two Department nodes share their source_key.
CREATE CONSTRAINT department_source_key_is_unique IF NOT EXISTS
FOR (node:Department) REQUIRE node.source_key IS UNIQUE
