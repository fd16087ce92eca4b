// No two AuditEntry nodes share their id.
CREATE CONSTRAINT audit_entry_id_is_unique IF NOT EXISTS
FOR (node:AuditEntry) REQUIRE node.id IS UNIQUE
