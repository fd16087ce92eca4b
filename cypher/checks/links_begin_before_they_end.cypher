// A link begins on a day, ends on a day, and does not end before it began.
// $limit: integer — at most this many
MATCH (start:Record)-[link]->(end:Record)
WHERE link.until < link.since
   OR (link.since IS NOT NULL AND NOT valueType(link.since) STARTS WITH 'DATE')
   OR (link.until IS NOT NULL AND NOT valueType(link.until) STARTS WITH 'DATE')
RETURN start.id AS record_id, type(link) + ' ' + end.id AS what
ORDER BY record_id, what
LIMIT $limit
