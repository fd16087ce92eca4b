// No two Contribution nodes share their id.
CREATE CONSTRAINT contribution_id_is_unique IF NOT EXISTS
FOR (node:Contribution) REQUIRE node.id IS UNIQUE
