// Add to what an import did.
// $id: string — the import
// $counts: map — created, updated, unchanged, nodes, relationships
MATCH (batch:ImportBatch {id: $id})
SET batch.created = batch.created + $counts.created,
    batch.updated = batch.updated + $counts.updated,
    batch.unchanged = batch.unchanged + $counts.unchanged,
    batch.nodes = batch.nodes + $counts.nodes,
    batch.relationships = batch.relationships + $counts.relationships
