// Every line of the audit trail says what was done, by whom and when.
// $limit: integer — at most this many
MATCH (audit:AuditEntry)
WHERE audit.id IS NULL OR audit.at IS NULL OR audit.actor_id IS NULL OR audit.action IS NULL
RETURN coalesce(audit.record_id, audit.id, '') AS record_id, 'audit entry' AS what
ORDER BY record_id
LIMIT $limit
