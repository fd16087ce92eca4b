// No two Criterion nodes share their id.
CREATE CONSTRAINT criterion_id_is_unique IF NOT EXISTS
FOR (node:Criterion) REQUIRE node.id IS UNIQUE
