// Take back links that an import laid from or to the records it made, some at a time.
// $batch: string — the import
// $limit: integer — at most this many
MATCH (record:Record {batch: $batch})-[link]-()
WHERE link.batch = $batch
WITH DISTINCT link LIMIT $limit
DELETE link
RETURN count(link) AS count
