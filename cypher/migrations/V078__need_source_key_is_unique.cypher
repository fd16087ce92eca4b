// No two Need nodes share their source_key.
CREATE CONSTRAINT need_source_key_is_unique IF NOT EXISTS
FOR (node:Need) REQUIRE node.source_key IS UNIQUE
