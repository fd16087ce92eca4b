// No two Contribution nodes share their source_key.
CREATE CONSTRAINT contribution_source_key_is_unique IF NOT EXISTS
FOR (node:Contribution) REQUIRE node.source_key IS UNIQUE
