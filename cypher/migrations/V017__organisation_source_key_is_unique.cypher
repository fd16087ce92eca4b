// No two Organisation nodes share their source_key.
CREATE CONSTRAINT organisation_source_key_is_unique IF NOT EXISTS
FOR (node:Organisation) REQUIRE node.source_key IS UNIQUE
