// Nobody puts the same question aside twice at once.
CREATE CONSTRAINT put_aside_key_is_unique IF NOT EXISTS
FOR (node:PutAside) REQUIRE node.key IS UNIQUE
