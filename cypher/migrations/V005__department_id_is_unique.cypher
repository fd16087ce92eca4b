// No two Department nodes share their id.
CREATE CONSTRAINT department_id_is_unique IF NOT EXISTS
FOR (node:Department) REQUIRE node.id IS UNIQUE
