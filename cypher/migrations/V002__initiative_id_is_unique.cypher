// No two Initiative nodes share their id.
CREATE CONSTRAINT initiative_id_is_unique IF NOT EXISTS
FOR (node:Initiative) REQUIRE node.id IS UNIQUE
