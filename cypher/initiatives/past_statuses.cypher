// What the audit trail keeps of the status of initiatives: each change with its old value, the latest first.
// $ids: list of string — the initiatives
UNWIND $ids AS id
MATCH (line:AuditEntry {record_id: id})
WHERE line.field IN ['status', 'status_since']
WITH id, line.at AS at, max(CASE WHEN line.field = 'status' THEN line.old END) AS status,
     max(CASE WHEN line.field = 'status_since' THEN line.old END) AS since,
     [field IN collect(line.field) WHERE field = 'status'] <> [] AS status_changed,
     [field IN collect(line.field) WHERE field = 'status_since'] <> [] AS since_changed
RETURN id AS id, at AS at, status AS status, since AS since, status_changed AS status_changed,
       since_changed AS since_changed
ORDER BY id, at DESC
