// Remember how far an import is.
// $id: string — the import, held by this transaction
// $next_row: integer — the first row that is not written yet
// $counts: map — created, updated, unchanged, nodes, relationships of these rows
MATCH (batch:ImportBatch {id: $id})
SET batch.next_row = $next_row,
    batch.created = batch.created + $counts.created,
    batch.updated = batch.updated + $counts.updated,
    batch.unchanged = batch.unchanged + $counts.unchanged,
    batch.nodes = batch.nodes + $counts.nodes,
    batch.relationships = batch.relationships + $counts.relationships
