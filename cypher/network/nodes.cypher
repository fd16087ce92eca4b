// Records by id as the network shows them; people by name or by function, as the reader may know them.
// $ids: list of string — the records
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see people who are not public
MATCH (node:Record)
WHERE node.id IN $ids AND node.visibility IN $visible
WITH node, [label IN labels(node) WHERE label <> 'Record'][0] AS kind,
     CASE WHEN NOT node:Person OR $private OR node.public_as = 'name' OR node.person_kind = 'alderman' THEN node.name
          WHEN node.person_kind IN ['official', 'council_member'] AND coalesce(node.public_as, 'function') = 'function'
          THEN toUpper(left(node.function, 1)) + substring(node.function, 1) END AS name
WHERE name IS NOT NULL AND NOT kind IN ['Contribution', 'Commitment', 'Decision', 'Requirement', 'Interaction', 'Criterion']
RETURN kind AS kind, node.id AS id, name AS name,
       head(COLLECT {
         MATCH (node)-[place:LOCATED_IN]->(area:Area)
         WHERE place.until IS NULL AND area.visibility IN $visible
         RETURN area.name ORDER BY area.name LIMIT 1
       }) AS place
ORDER BY kind, toLower(name), id
