// No two Result nodes share their source_key.
CREATE CONSTRAINT result_source_key_is_unique IF NOT EXISTS
FOR (node:Result) REQUIRE node.source_key IS UNIQUE
