// No two Theme nodes share their source_key.
CREATE CONSTRAINT theme_source_key_is_unique IF NOT EXISTS
FOR (node:Theme) REQUIRE node.source_key IS UNIQUE
