// Change properties of a record that this transaction holds, and count the change.
// $id: string — the record
// $properties: map — new values; null takes a property away
// $at: datetime — now
MATCH (record:Record {id: $id})
SET record += $properties, record.version = record.version + 1, record.updated_at = $at
