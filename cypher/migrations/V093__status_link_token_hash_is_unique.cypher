// A link confirms one status.
CREATE CONSTRAINT status_link_token_hash_is_unique IF NOT EXISTS
FOR (node:StatusLink) REQUIRE node.token_hash IS UNIQUE
