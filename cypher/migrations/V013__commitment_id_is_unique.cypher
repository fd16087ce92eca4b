// No two Commitment nodes share their id.
CREATE CONSTRAINT commitment_id_is_unique IF NOT EXISTS
FOR (node:Commitment) REQUIRE node.id IS UNIQUE
