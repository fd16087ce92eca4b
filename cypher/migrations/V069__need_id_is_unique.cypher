// No two Need nodes share their id.
CREATE CONSTRAINT need_id_is_unique IF NOT EXISTS
FOR (node:Need) REQUIRE node.id IS UNIQUE
