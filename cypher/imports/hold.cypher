// Hold an import, so that two runs of it wait for each other, and say how far it is.
// $id: string — the import
// $at: datetime — now
MATCH (batch:ImportBatch {id: $id})
SET batch.touched_at = $at
RETURN batch.next_row AS next_row, batch.state AS state
