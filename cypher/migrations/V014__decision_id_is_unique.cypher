// No two Decision nodes share their id.
CREATE CONSTRAINT decision_id_is_unique IF NOT EXISTS
FOR (node:Decision) REQUIRE node.id IS UNIQUE
