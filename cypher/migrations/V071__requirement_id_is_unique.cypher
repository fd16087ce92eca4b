// No two Requirement nodes share their id.
CREATE CONSTRAINT requirement_id_is_unique IF NOT EXISTS
FOR (node:Requirement) REQUIRE node.id IS UNIQUE
