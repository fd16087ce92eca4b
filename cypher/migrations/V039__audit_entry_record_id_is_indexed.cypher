// The history of one record is read by its id.
CREATE INDEX audit_entry_record_id IF NOT EXISTS
FOR (node:AuditEntry) ON (node.record_id)
