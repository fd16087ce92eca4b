// No two Criterion nodes share their source_key.
CREATE CONSTRAINT criterion_source_key_is_unique IF NOT EXISTS
FOR (node:Criterion) REQUIRE node.source_key IS UNIQUE
