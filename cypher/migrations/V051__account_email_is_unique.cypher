// One address is one account.
CREATE CONSTRAINT account_email_is_unique IF NOT EXISTS
FOR (node:Account) REQUIRE node.email IS UNIQUE
