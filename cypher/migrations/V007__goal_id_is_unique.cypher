// No two Goal nodes share their id.
CREATE CONSTRAINT goal_id_is_unique IF NOT EXISTS
FOR (node:Goal) REQUIRE node.id IS UNIQUE
