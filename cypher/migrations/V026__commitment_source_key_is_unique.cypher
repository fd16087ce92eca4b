// No two Commitment nodes share their source_key.
CREATE CONSTRAINT commitment_source_key_is_unique IF NOT EXISTS
FOR (node:Commitment) REQUIRE node.source_key IS UNIQUE
