// No two Goal nodes share their source_key.
CREATE CONSTRAINT goal_source_key_is_unique IF NOT EXISTS
FOR (node:Goal) REQUIRE node.source_key IS UNIQUE
