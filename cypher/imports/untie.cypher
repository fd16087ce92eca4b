// Take back links that an import laid from or to the records it made, some at a time.
// $batch: string — the import
// $first: string — no record of the import has an id before this one
// $leave: list of string — links (element ids within this transaction) that somebody changed since
// $limit: integer — at most this many
MATCH (record:Record)
WHERE record.id >= $first AND record.batch = $batch
MATCH (record)-[link]-()
WHERE link.batch = $batch AND NOT elementId(link) IN $leave
WITH DISTINCT link LIMIT $limit
DELETE link
RETURN count(link) AS count
