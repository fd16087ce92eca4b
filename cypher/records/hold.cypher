// Hold a record so that nobody else changes it before this transaction ends.
// $id: string — the record
MATCH (record:Record {id: $id})
SET record.version = record.version + 0
