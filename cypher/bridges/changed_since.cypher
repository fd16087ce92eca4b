// How many audit lines there are since a moment, how many of them can change a bridge, and where a next look can begin.
// $since: datetime or null — look at lines after this moment; null for all of them
// $apart: list of string — deeds that touch no evidence
// $on_links: list of string — deeds on links; their field is the type of the link
// $links: list of string — types of links that are evidence, or decide about it
// $on_records: list of string — deeds on whole records
// $on_fields: list of string — deeds on one field of a record
// $fields: list of string — fields that are evidence, or decide about it
// $whole: list of string — kinds of records of which every deed counts
// $kinds: list of string — kinds of records that bridges are made of
CALL () {
  OPTIONAL MATCH (entry:AuditEntry)
  WHERE entry.at IS NOT NULL
  WITH entry.at AS last
  ORDER BY last DESC LIMIT 1
  RETURN last - duration('PT1M') AS margin
}
CALL (margin) {
  MATCH (entry:AuditEntry)
  WHERE entry.at > coalesce($since, datetime('1900-01-01T00:00:00Z'))
  OPTIONAL MATCH (record:Record {id: entry.record_id})
  WITH entry, margin, labels(record) AS is, entry.action AS deed
  WITH entry, margin, CASE
      WHEN deed IN $apart THEN false
      WHEN deed IN $on_links THEN entry.field IN $links
      WHEN is IS NULL THEN NOT (deed IN $on_fields AND NOT entry.field IN $fields)
      WHEN any(kind IN $whole WHERE kind IN is) THEN true
      WHEN deed = 'add' THEN 'Initiative' IN is
      WHEN deed IN $on_records THEN any(kind IN $kinds WHERE kind IN is)
      WHEN deed IN $on_fields THEN entry.field IN $fields AND any(kind IN $kinds WHERE kind IN is)
        AND (entry.field <> 'status' OR 'stopped' IN [entry.old, entry.new])
      ELSE true
    END AS counts
  RETURN count(entry) AS lines, sum(CASE WHEN entry.at > margin THEN 1 ELSE 0 END) AS recent,
         sum(CASE WHEN counts THEN 1 ELSE 0 END) AS changes,
         sum(CASE WHEN counts AND entry.at > margin THEN 1 ELSE 0 END) AS recent_changes
}
RETURN lines AS lines, recent AS recent, changes AS changes, recent_changes AS recent_changes, margin AS margin
