// No two Interaction nodes share their source_key.
CREATE CONSTRAINT interaction_source_key_is_unique IF NOT EXISTS
FOR (node:Interaction) REQUIRE node.source_key IS UNIQUE
