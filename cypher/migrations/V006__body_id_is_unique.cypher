// No two Body nodes share their id.
CREATE CONSTRAINT body_id_is_unique IF NOT EXISTS
FOR (node:Body) REQUIRE node.id IS UNIQUE
