// No two Misroute nodes share their key.
CREATE CONSTRAINT misroute_key_is_unique IF NOT EXISTS
FOR (node:Misroute) REQUIRE node.key IS UNIQUE
