// No two Requirement nodes share their source_key.
CREATE CONSTRAINT requirement_source_key_is_unique IF NOT EXISTS
FOR (node:Requirement) REQUIRE node.source_key IS UNIQUE
