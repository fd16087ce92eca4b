// Keep with an import what its undo left.
// $id: string — the import
// $kept: list of map — id, field (empty: the record itself) and other_id (empty: it is no link)
MATCH (batch:ImportBatch {id: $id})
SET batch.kept_ids = [each IN $kept | each.id],
    batch.kept_fields = [each IN $kept | each.field],
    batch.kept_others = [each IN $kept | each.other_id]
