// What the public may find by its words, with Dutch stems.
CREATE FULLTEXT INDEX record_text IF NOT EXISTS
FOR (node:Initiative|Organisation|Department|Body|Goal|PolicyNote|Theme|Area|SubsidyScheme)
ON EACH [node.name, node.summary, node.description, node.code]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'dutch'}}
