// Take old and new values out of the audit lines of records; who changed which field and when stays.
// $ids: list of string — the records
MATCH (audit:AuditEntry)
WHERE audit.record_id IN $ids AND NOT audit.action IN ['link', 'change_link', 'end_link']
SET audit.old = null, audit.new = null
