// The audit lines that came last, each with the kind of the record it is about.
// $limit: integer — how many
MATCH (entry:AuditEntry)
WHERE entry.at IS NOT NULL
WITH entry
ORDER BY entry.at DESC
LIMIT $limit
OPTIONAL MATCH (record:Record {id: entry.record_id})
RETURN entry.id AS id, entry.action AS action, entry.field AS field, entry.batch IS NOT NULL AS brought,
       [label IN labels(record) WHERE label <> 'Record'][0] AS kind
