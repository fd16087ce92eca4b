// Records of one kind whose name shares a word, or nearly, best first.
// $text: string — Lucene query on the name, made of plain words only
// $kind: string — label from the closed set of graph.model
// $except_id: string — leave this record out
// $visible: list of string — visibilities the reader may see
// $limit: integer — at most this many
CALL db.index.fulltext.queryNodes('record_text', $text) YIELD node, score
WHERE $kind IN labels(node) AND node.id <> $except_id AND node.visibility IN $visible AND node.merged_into IS NULL
WITH node, score
ORDER BY score DESC, node.id
LIMIT $limit
RETURN node.id AS id, node.name AS name, node.until IS NOT NULL AS ended, node.visibility = 'draft' AS draft,
       coalesce(node.summary, left(node.description, 160)) AS line,
       COLLECT {
         MATCH (node)-[place:LOCATED_IN]->(area:Area)
         WHERE place.until IS NULL AND area.visibility IN $visible
         RETURN area.name ORDER BY area.name
       } AS areas
ORDER BY score DESC, id
