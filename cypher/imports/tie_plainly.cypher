// Lay links of one type without properties of their own, one of whose ends was made in this transaction.
// $type: string — the type, from the closed set of graph.model
// $batch: string — the import
// $links: list of list of string — start and end (element ids within this transaction)
UNWIND $links AS each
MATCH (start) WHERE elementId(start) = each[0]
MATCH (end) WHERE elementId(end) = each[1]
CREATE (start)-[:$($type) {batch: $batch}]->(end)
