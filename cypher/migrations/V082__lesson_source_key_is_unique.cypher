// No two Lesson nodes share their source_key.
CREATE CONSTRAINT lesson_source_key_is_unique IF NOT EXISTS
FOR (node:Lesson) REQUIRE node.source_key IS UNIQUE
