// No two Organisation nodes share their id.
CREATE CONSTRAINT organisation_id_is_unique IF NOT EXISTS
FOR (node:Organisation) REQUIRE node.id IS UNIQUE
