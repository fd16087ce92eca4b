// No two Bridge nodes share their id.
CREATE CONSTRAINT bridge_id_is_unique IF NOT EXISTS
FOR (node:Bridge) REQUIRE node.id IS UNIQUE
