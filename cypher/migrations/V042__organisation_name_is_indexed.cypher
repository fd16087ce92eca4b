// Lists of organisations are in order of name.
CREATE INDEX organisation_name IF NOT EXISTS
FOR (node:Organisation) ON (node.name)
