// No two Result nodes share their id.
CREATE CONSTRAINT result_id_is_unique IF NOT EXISTS
FOR (node:Result) REQUIRE node.id IS UNIQUE
