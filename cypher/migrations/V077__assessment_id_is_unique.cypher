// No two Assessment nodes share their id.
CREATE CONSTRAINT assessment_id_is_unique IF NOT EXISTS
FOR (node:Assessment) REQUIRE node.id IS UNIQUE
