// No two Submission nodes share their id.
CREATE CONSTRAINT submission_id_is_unique IF NOT EXISTS
FOR (node:Submission) REQUIRE node.id IS UNIQUE
