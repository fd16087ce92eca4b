// Goals by the full-text index, with its own measure.
// $text: string — Lucene query, made of escaped words only
// $limit: integer — at most this many hits
CALL db.index.fulltext.queryNodes('record_text', $text, {limit: $limit}) YIELD node, score
WHERE node:Goal
RETURN node.id AS id, score AS score
ORDER BY score DESC, id
