// No two Offer nodes share their id.
CREATE CONSTRAINT offer_id_is_unique IF NOT EXISTS
FOR (node:Offer) REQUIRE node.id IS UNIQUE
