// No two Body nodes share their source_key.
CREATE CONSTRAINT body_source_key_is_unique IF NOT EXISTS
FOR (node:Body) REQUIRE node.source_key IS UNIQUE
