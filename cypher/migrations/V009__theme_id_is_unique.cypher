// No two Theme nodes share their id.
CREATE CONSTRAINT theme_id_is_unique IF NOT EXISTS
FOR (node:Theme) REQUIRE node.id IS UNIQUE
