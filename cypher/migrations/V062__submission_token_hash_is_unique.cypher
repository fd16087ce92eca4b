// No two submissions are confirmed with the same link.
CREATE CONSTRAINT submission_token_hash_is_unique IF NOT EXISTS
FOR (node:Submission) REQUIRE node.token_hash IS UNIQUE
