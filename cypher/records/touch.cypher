// Count a change of each of these records, which holds them until the transaction ends.
// $ids: list of string — the records, in order
// $at: datetime — now
UNWIND $ids AS id
MATCH (record:Record {id: id})
SET record.version = record.version + 1, record.updated_at = $at
RETURN record.id AS id, record.version AS version
ORDER BY id
