// There is one state of the graph that the kept bridges belong to.
CREATE CONSTRAINT bridges_standing_id_is_unique IF NOT EXISTS
FOR (node:BridgesStanding) REQUIRE node.id IS UNIQUE
