// People by what they do.
CREATE FULLTEXT INDEX person_function IF NOT EXISTS
FOR (node:Person) ON EACH [node.function]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'dutch'}}
