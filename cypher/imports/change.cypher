// Give records other values, and count the change.
// $records: list of map — place (element id within this transaction) and properties
// $at: datetime — now
UNWIND $records AS each
MATCH (record) WHERE elementId(record) = each.place
SET record += each.properties, record.version = record.version + 1, record.updated_at = $at
