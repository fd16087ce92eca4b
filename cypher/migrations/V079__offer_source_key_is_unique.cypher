// No two Offer nodes share their source_key.
CREATE CONSTRAINT offer_source_key_is_unique IF NOT EXISTS
FOR (node:Offer) REQUIRE node.source_key IS UNIQUE
