// No two Pause nodes share their id.
CREATE CONSTRAINT pause_id_is_unique IF NOT EXISTS
FOR (node:Pause) REQUIRE node.id IS UNIQUE
