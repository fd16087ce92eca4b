// Those of some records of which the audit trail does not say yet that somebody read them since a moment.
// $ids: list of string — the records
// $actor_id: string — the reader, as the audit trail writes it
// $since: datetime — the begin of the day
UNWIND $ids AS id
WITH id
WHERE NOT EXISTS {
  MATCH (entry:AuditEntry {record_id: id})
  WHERE entry.action = 'read' AND entry.actor_id = $actor_id AND entry.at >= $since }
RETURN DISTINCT id AS id
ORDER BY id
