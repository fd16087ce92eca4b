// No two NotThis nodes share their key.
CREATE CONSTRAINT not_this_key_is_unique IF NOT EXISTS
FOR (node:NotThis) REQUIRE node.key IS UNIQUE
