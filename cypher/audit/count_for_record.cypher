// How many lines there are about one record.
// $record_id: string — the record
MATCH (audit:AuditEntry {record_id: $record_id})
RETURN count(audit) AS lines
