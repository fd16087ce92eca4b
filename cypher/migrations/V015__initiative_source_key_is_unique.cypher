// No two Initiative nodes share their source_key.
CREATE CONSTRAINT initiative_source_key_is_unique IF NOT EXISTS
FOR (node:Initiative) REQUIRE node.source_key IS UNIQUE
