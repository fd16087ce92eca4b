// Write the audit lines of one change.
// $entries: list of map — id, at, actor_id, version, action, record_id, field, old, new
UNWIND $entries AS entry
MERGE (audit:AuditEntry {id: entry.id})
SET audit = entry
