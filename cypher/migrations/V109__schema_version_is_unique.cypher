// Two programs that bring the schema up to date at the same time remember each migration once.
CREATE CONSTRAINT schema_version_is_unique IF NOT EXISTS
FOR (node:SchemaVersion) REQUIRE node.version IS UNIQUE
