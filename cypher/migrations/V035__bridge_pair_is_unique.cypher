// No two Bridge nodes share their pair.
CREATE CONSTRAINT bridge_pair_is_unique IF NOT EXISTS
FOR (node:Bridge) REQUIRE node.pair IS UNIQUE
