// Whether the demonstration was loaded to its end; an interrupted load has no such line in the audit trail.
// $batch: string — the batch that every record and link of the demonstration names
RETURN EXISTS { (:AuditEntry {record_id: $batch, field: 'complete'}) } AS complete
