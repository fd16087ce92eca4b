// Two records beside each other, each with what it is tied to.
// $ids: list of string — the records
// $limit: integer — at most this many ties of each
UNWIND $ids AS id
MATCH (record:Record {id: id})
WHERE record.visibility <> 'removed'
CALL (record) {
  MATCH (record)-[link]-(other:Record)
  WHERE link.until IS NULL AND NOT type(link) IN ['LIKELY_SAME_AS', 'NOT_SAME_AS']
  WITH DISTINCT other, [label IN labels(other) WHERE label <> 'Record'][0] AS kind
  ORDER BY kind, other.name
  LIMIT $limit
  RETURN collect({kind: kind, id: other.id, name: other.name}) AS ties
}
RETURN record.id AS id, [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.version AS version,
       properties(record) AS properties, ties AS ties
ORDER BY id
