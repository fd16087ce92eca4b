// What is kept of the initiatives with the best bridges, best first.
// $version: string — the version of the graph that they belong to
// $limit: integer — how many initiatives
MATCH (kept:KeptBridges)
WHERE kept.version = $version AND kept.best > 0
RETURN kept.id AS id, kept.answer AS answer
// All of one version: named first so that the index on version and best gives the order.
ORDER BY kept.version DESC, kept.best DESC, kept.id
LIMIT $limit
