// No two AssessmentFramework nodes share their id.
CREATE CONSTRAINT assessment_framework_id_is_unique IF NOT EXISTS
FOR (node:AssessmentFramework) REQUIRE node.id IS UNIQUE
