// A set of learnt weights is made once.
CREATE CONSTRAINT bridge_weights_id_is_unique IF NOT EXISTS
FOR (node:BridgeWeights) REQUIRE node.id IS UNIQUE
