// What happened to one record, newest first.
// $record_id: string — the record
// $limit: integer — at most this many lines
MATCH (audit:AuditEntry {record_id: $record_id})
RETURN audit.at AS at, audit.actor_id AS actor_id, audit.action AS action, audit.field AS field,
       audit.old AS old, audit.new AS new
ORDER BY at DESC, field
LIMIT $limit
