// No two Person nodes share their id.
CREATE CONSTRAINT person_id_is_unique IF NOT EXISTS
FOR (node:Person) REQUIRE node.id IS UNIQUE
