// No two SubsidyScheme nodes share their id.
CREATE CONSTRAINT subsidy_scheme_id_is_unique IF NOT EXISTS
FOR (node:SubsidyScheme) REQUIRE node.id IS UNIQUE
