// What the audit trail keeps of the status of one initiative: each change with its old value, the latest first.
// $id: string — the initiative
MATCH (line:AuditEntry {record_id: $id})
WHERE line.field IN ['status', 'status_since']
WITH line.at AS at, max(CASE WHEN line.field = 'status' THEN line.old END) AS status,
     max(CASE WHEN line.field = 'status_since' THEN line.old END) AS since,
     [field IN collect(line.field) WHERE field = 'status'] <> [] AS status_changed,
     [field IN collect(line.field) WHERE field = 'status_since'] <> [] AS since_changed
RETURN at AS at, status AS status, since AS since, status_changed AS status_changed, since_changed AS since_changed
ORDER BY at DESC
