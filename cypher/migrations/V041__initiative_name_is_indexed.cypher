// Lists of initiatives are in order of name.
CREATE INDEX initiative_name IF NOT EXISTS
FOR (node:Initiative) ON (node.name)
