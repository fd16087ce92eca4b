// A token opens one session.
CREATE CONSTRAINT session_token_hash_is_unique IF NOT EXISTS
FOR (node:Session) REQUIRE node.token_hash IS UNIQUE
