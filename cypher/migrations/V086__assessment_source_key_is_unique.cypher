// No two Assessment nodes share their source_key.
CREATE CONSTRAINT assessment_source_key_is_unique IF NOT EXISTS
FOR (node:Assessment) REQUIRE node.source_key IS UNIQUE
