// The values a record had before its changes after a moment: of each field the first change tells what it was.
// $id: string — the record
// $after: datetime — changes from this instant on
// $fields: list of string — the fields asked for
MATCH (entry:AuditEntry {record_id: $id})
WHERE entry.at >= $after AND entry.field IN $fields AND entry.action <> 'add'
WITH entry ORDER BY entry.at, entry.id
WITH entry.field AS field, collect({old: entry.old})[0] AS first
RETURN field AS field, first.old AS old
ORDER BY field
