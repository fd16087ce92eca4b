// No two SubsidyScheme nodes share their source_key.
CREATE CONSTRAINT subsidy_scheme_source_key_is_unique IF NOT EXISTS
FOR (node:SubsidyScheme) REQUIRE node.source_key IS UNIQUE
