// No two PolicyNote nodes share their source_key.
CREATE CONSTRAINT policy_note_source_key_is_unique IF NOT EXISTS
FOR (node:PolicyNote) REQUIRE node.source_key IS UNIQUE
