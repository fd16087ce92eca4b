// People by name; apart from their function, because most officials are public by function only.
CREATE FULLTEXT INDEX person_name IF NOT EXISTS
FOR (node:Person) ON EACH [node.name]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}
