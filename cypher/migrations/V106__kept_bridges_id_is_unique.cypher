// The bridges of an initiative are kept once.
CREATE CONSTRAINT kept_bridges_id_is_unique IF NOT EXISTS
FOR (node:KeptBridges) REQUIRE node.id IS UNIQUE
