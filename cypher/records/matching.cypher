// Records of one kind that still count and whose name holds every word, best first, to choose from in a form.
// $kind: string — label from the closed set of graph.model
// $text: string — the words as typed, case-folded
// $words: list of string — the same, cut into words; none gives everything
// $visible: list of string — visibilities the reader may see
// $limit: integer — at most this many
MATCH (record:$($kind))
WHERE record.visibility IN $visible AND record.until IS NULL AND record.merged_into IS NULL
  AND all(word IN $words WHERE toLower(record.name) CONTAINS word)
WITH record, CASE WHEN toLower(record.name) = $text THEN 0 WHEN toLower(record.name) STARTS WITH $text THEN 1 ELSE 2 END AS far
ORDER BY far, record.name, record.id
LIMIT $limit
RETURN record.id AS id, record.name AS name, coalesce(record.function, record.code) AS about
ORDER BY far, name, id
