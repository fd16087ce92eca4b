// A token resets one password.
CREATE CONSTRAINT password_reset_token_hash_is_unique IF NOT EXISTS
FOR (node:PasswordReset) REQUIRE node.token_hash IS UNIQUE
