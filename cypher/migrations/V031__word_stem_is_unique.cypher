// No two Word nodes share their stem.
CREATE CONSTRAINT word_stem_is_unique IF NOT EXISTS
FOR (node:Word) REQUIRE node.stem IS UNIQUE
