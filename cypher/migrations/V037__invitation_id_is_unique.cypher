// No two Invitation nodes share their id.
CREATE CONSTRAINT invitation_id_is_unique IF NOT EXISTS
FOR (node:Invitation) REQUIRE node.id IS UNIQUE
