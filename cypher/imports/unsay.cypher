// Take back words that an import made and that no initiative mentions any more.
// $batch: string — the import
// $limit: integer — at most this many
MATCH (word:Word {batch: $batch})
WHERE NOT EXISTS { MATCH ()-[:MENTIONS]->(word) }
WITH word LIMIT $limit
DELETE word
RETURN count(word) AS count
