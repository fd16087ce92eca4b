// No two Event nodes share their id.
CREATE CONSTRAINT event_id_is_unique IF NOT EXISTS
FOR (node:Event) REQUIRE node.id IS UNIQUE
