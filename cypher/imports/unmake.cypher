// Take back records that an import made and that nobody changed or used since, some at a time.
// $batch: string — the import
// $first: string — no record of the import has an id before this one
// $limit: integer — at most this many
MATCH (record:Record)
WHERE record.id >= $first AND record.batch = $batch
  AND NOT EXISTS { MATCH (record)-[link]-() WHERE NOT link:SAYS AND NOT link:FITS }
  AND NOT EXISTS {
    MATCH (audit:AuditEntry {record_id: record.id})
    WHERE coalesce(audit.batch, '') <> $batch AND audit.action <> 'undo_import'
  }
WITH record LIMIT $limit
DETACH DELETE record
RETURN count(record) AS count
