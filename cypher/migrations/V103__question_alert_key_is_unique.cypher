// Somebody is told once of new answers to a question.
CREATE CONSTRAINT question_alert_key_is_unique IF NOT EXISTS
FOR (node:QuestionAlert) REQUIRE node.key IS UNIQUE
