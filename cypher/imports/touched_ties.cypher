// The links of an import that somebody changed, ended or took up again since: an undo leaves them.
// $batch: string — the import
// $since: datetime — when it began
MATCH (audit:AuditEntry)
WHERE audit.at >= $since
  AND (audit.action IN ['link', 'change_link', 'end_link']
       OR audit.action = 'import' AND audit.batch <> $batch AND audit.field CONTAINS ' > ')
WITH DISTINCT CASE audit.action
       WHEN 'import' THEN split(audit.field, ' ')[..4]
       ELSE [audit.field] + split(coalesce(audit.new, audit.old), ' ')
     END AS said
MATCH (start:Record {id: said[1]})-[link]->(end:Record {id: said[3]})
WHERE type(link) = said[0] AND link.batch = $batch
RETURN elementId(link) AS place, type(link) AS type, start.id AS start_id, start.name AS start_name,
       [label IN labels(start) WHERE label <> 'Record'][0] AS start_kind, end.id AS end_id, end.name AS end_name
ORDER BY type, start_id, end_id, place
