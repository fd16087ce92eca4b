// No two SchemaVersion nodes share their version.
CREATE CONSTRAINT schema_version_version_is_unique IF NOT EXISTS
FOR (node:SchemaVersion) REQUIRE node.version IS UNIQUE
