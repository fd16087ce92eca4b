// No two Area nodes share their id.
CREATE CONSTRAINT area_id_is_unique IF NOT EXISTS
FOR (node:Area) REQUIRE node.id IS UNIQUE
