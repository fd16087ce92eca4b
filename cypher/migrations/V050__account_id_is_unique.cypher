// No two Account nodes share their id.
CREATE CONSTRAINT account_id_is_unique IF NOT EXISTS
FOR (node:Account) REQUIRE node.id IS UNIQUE
