// A kept question has one identity.
CREATE CONSTRAINT saved_question_id_is_unique IF NOT EXISTS
FOR (node:SavedQuestion) REQUIRE node.id IS UNIQUE
