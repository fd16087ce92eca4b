// No two Person nodes share their source_key.
CREATE CONSTRAINT person_source_key_is_unique IF NOT EXISTS
FOR (node:Person) REQUIRE node.source_key IS UNIQUE
