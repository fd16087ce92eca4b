// No two Interaction nodes share their id.
CREATE CONSTRAINT interaction_id_is_unique IF NOT EXISTS
FOR (node:Interaction) REQUIRE node.id IS UNIQUE
