// No two PolicyNote nodes share their id.
CREATE CONSTRAINT policy_note_id_is_unique IF NOT EXISTS
FOR (node:PolicyNote) REQUIRE node.id IS UNIQUE
