// Lay links of one type that cannot be there yet, because one of their ends was made in this transaction.
// $type: string — the type, from the closed set of graph.model
// $batch: string — the import
// $links: list of map — start, end (element ids within this transaction), properties
UNWIND $links AS each
MATCH (start) WHERE elementId(start) = each.start
MATCH (end) WHERE elementId(end) = each.end
CREATE (start)-[link:$($type)]->(end)
SET link = each.properties, link.batch = $batch
