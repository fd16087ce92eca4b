// What an import changed of what was there before, the last change first, a page at a time.
// $batch: string — the import
// $skip: integer — lines before this page
// $limit: integer — at most this many
MATCH (audit:AuditEntry {batch: $batch})
WHERE audit.record_id <> $batch
RETURN audit.record_id AS record_id, audit.field AS field, audit.old AS old, audit.new AS new
ORDER BY audit.at DESC, audit.id DESC
SKIP $skip
LIMIT $limit
