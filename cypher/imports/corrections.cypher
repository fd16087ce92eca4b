// What people, and no import, made of values: what stood there each time, and what they wrote last.
// $records: list of map — id, and fields (list of string) that are asked of it
UNWIND $records AS each
MATCH (line:AuditEntry {record_id: each.id})
WHERE line.field IN each.fields AND NOT line.action IN ['import', 'undo_import']
WITH line ORDER BY line.at, line.id
WITH line.record_id AS record_id, line.field AS field, collect(line.old) AS olds, collect(line) AS lines
RETURN record_id AS record_id, field AS field, olds AS olds, lines[-1].new AS last
ORDER BY record_id, field
