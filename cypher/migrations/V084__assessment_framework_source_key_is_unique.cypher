// No two AssessmentFramework nodes share their source_key.
CREATE CONSTRAINT assessment_framework_source_key_is_unique IF NOT EXISTS
FOR (node:AssessmentFramework) REQUIRE node.source_key IS UNIQUE
