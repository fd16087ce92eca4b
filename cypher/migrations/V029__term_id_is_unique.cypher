// No two Term nodes share their id.
CREATE CONSTRAINT term_id_is_unique IF NOT EXISTS
FOR (node:Term) REQUIRE node.id IS UNIQUE
