// No two Area nodes share their source_key.
CREATE CONSTRAINT area_source_key_is_unique IF NOT EXISTS
FOR (node:Area) REQUIRE node.source_key IS UNIQUE
