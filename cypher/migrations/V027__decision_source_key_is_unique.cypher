// No two Decision nodes share their source_key.
CREATE CONSTRAINT decision_source_key_is_unique IF NOT EXISTS
FOR (node:Decision) REQUIRE node.source_key IS UNIQUE
