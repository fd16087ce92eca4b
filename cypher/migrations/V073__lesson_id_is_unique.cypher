// No two Lesson nodes share their id.
CREATE CONSTRAINT lesson_id_is_unique IF NOT EXISTS
FOR (node:Lesson) REQUIRE node.id IS UNIQUE
