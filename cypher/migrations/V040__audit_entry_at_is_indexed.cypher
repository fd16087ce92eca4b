// The audit trail is read newest first.
CREATE INDEX audit_entry_at IF NOT EXISTS
FOR (node:AuditEntry) ON (node.at)
