// What happened to one record after one of its versions, newest first, with who did it.
// $record_id: string — the record
// $after: integer — leave out what led to this version or an earlier one; 0 gives everything
// $skip: integer — newer lines, before the page
// $limit: integer — at most this many lines
MATCH (audit:AuditEntry {record_id: $record_id})
WHERE $after = 0 OR audit.version > $after
WITH audit ORDER BY audit.at DESC, audit.id DESC SKIP $skip LIMIT $limit
OPTIONAL MATCH (account:Account {id: audit.actor_id})-[:IS]->(person:Person)
WITH audit, head(collect(person.name)) AS actor_name,
     // An import names a link with its ends, a merge what stands at the other end.
     CASE WHEN audit.field CONTAINS ' > ' THEN [end IN split(audit.field, ' ')[1..4] WHERE NOT end IN ['>', $record_id]][0]
       WHEN audit.action IN ['merge', 'not_the_same'] THEN audit.new
       WHEN audit.action IN ['link', 'change_link', 'end_link', 'import', 'undo_import']
         THEN [end IN split(coalesce(audit.new, audit.old), ' > ') WHERE end <> $record_id][0] END AS other_id
OPTIONAL MATCH (other:Record {id: other_id})
RETURN audit.at AS at, actor_name AS actor_name, audit.actor_id = 'system' AS by_system, audit.action AS action,
       audit.field AS field, audit.old AS old, audit.new AS new, audit.version AS version, other.name AS other_name
ORDER BY at DESC, audit.id DESC
