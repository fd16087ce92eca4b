// Make names known to the server, which forgets none: on a node that is gone again when this is over.
// $types: list of string — types of relationships
// $properties: map — every property, with any value
CREATE (node)
SET node = $properties
WITH node
UNWIND $types AS type
CREATE (node)-[:$(type)]->(node)
WITH DISTINCT node
DETACH DELETE node
