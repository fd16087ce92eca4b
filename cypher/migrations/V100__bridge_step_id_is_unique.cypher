// No two BridgeStep nodes share their id.
CREATE CONSTRAINT bridge_step_id_is_unique IF NOT EXISTS
FOR (node:BridgeStep) REQUIRE node.id IS UNIQUE
