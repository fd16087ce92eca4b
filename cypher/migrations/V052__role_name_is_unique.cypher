// Each role exists once.
CREATE CONSTRAINT role_name_is_unique IF NOT EXISTS
FOR (node:Role) REQUIRE node.name IS UNIQUE
