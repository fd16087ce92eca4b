// How many audit lines there are, and the last one.
CALL () {
  MATCH (entry:AuditEntry)
  RETURN count(entry) AS lines
}
CALL () {
  OPTIONAL MATCH (entry:AuditEntry)
  WHERE entry.at IS NOT NULL
  RETURN entry.id AS last
  ORDER BY entry.at DESC
  LIMIT 1
}
RETURN lines AS lines, last AS last
