// Undoing an import reads what it changed.
CREATE INDEX audit_entry_batch IF NOT EXISTS
FOR (node:AuditEntry) ON (node.batch)
