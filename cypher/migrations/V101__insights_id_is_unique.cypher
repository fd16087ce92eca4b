// A moment at which the network was kept is kept once.
CREATE CONSTRAINT insights_id_is_unique IF NOT EXISTS
FOR (node:Insights) REQUIRE node.id IS UNIQUE
