// Each thing that is counted has one counter, whoever counts first.
CREATE CONSTRAINT throttle_key_is_unique IF NOT EXISTS
FOR (node:Throttle) REQUIRE node.key IS UNIQUE
