// No two Area nodes share their code.
CREATE CONSTRAINT area_code_is_unique IF NOT EXISTS
FOR (node:Area) REQUIRE node.code IS UNIQUE
