// Every current link between any two of these records; followed from the end with fewer links, so a hub costs nothing.
// $ids: list of string — the records
// $private: boolean — whether the reader may see people who are not public
// $on: date — the day
// $popular: integer — a record with more links than this is a hub
MATCH (node:Record)
WHERE node.id IN $ids
WITH collect(node) AS nodes, collect(CASE WHEN COUNT { (node)--() } > $popular THEN node END) AS hubs
CALL (nodes, hubs) {
  UNWIND nodes AS one
  WITH one, nodes, hubs WHERE NOT one IN hubs
  MATCH (one)-[link:CONTRIBUTES_TO|PART_OF|DERIVED_FROM|ADOPTED_BY|HAS_THEME|NARROWER_THAN|LOCATED_IN|BORDERS
    |INITIATES|PARTNERS_IN|HANDLED_BY|WORKS_FOR|PORTFOLIO_HOLDER_OF|ACCOUNT_HOLDER_OF
    |STANDS_IN_FOR|SIGNPOST_FOR|CONTACT_FOR|SERVES]-(other:Record)
  WHERE other IN nodes
  RETURN link
  UNION
  UNWIND hubs AS one
  UNWIND hubs AS other
  MATCH (one)-[link:CONTRIBUTES_TO|PART_OF|DERIVED_FROM|ADOPTED_BY|HAS_THEME|NARROWER_THAN|LOCATED_IN|BORDERS
    |INITIATES|PARTNERS_IN|HANDLED_BY|WORKS_FOR|PORTFOLIO_HOLDER_OF|ACCOUNT_HOLDER_OF
    |STANDS_IN_FOR|SIGNPOST_FOR|CONTACT_FOR|SERVES]->(other)
  RETURN link
}
WITH link
WHERE NOT coalesce(link.since > $on OR link.until <= $on, false)
  AND ($private OR type(link) <> 'INITIATES' OR NOT startNode(link):Person
    OR startNode(link).public_as = 'name' OR startNode(link).person_kind = 'alderman')
RETURN DISTINCT startNode(link).id AS start, endNode(link).id AS end, type(link) AS link
ORDER BY link, start, end
