// Count a change of records that were there before the import, which did not make them itself.
// $places: list of string — element ids within this transaction
// $batch: string — the import
// $at: datetime — now
UNWIND $places AS place
MATCH (record) WHERE elementId(record) = place AND coalesce(record.batch, '') <> $batch
SET record.version = record.version + 1, record.updated_at = $at
