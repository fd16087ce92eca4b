// Take what an import made off the list of likely duplicates, which says nothing about use.
// $batch: string — the import
// $first: string — no record of the import has an id before this one
MATCH (record:Record)
WHERE record.id >= $first AND record.batch = $batch
MATCH (record)-[link:LIKELY_SAME_AS]-(:Record)
WITH DISTINCT link
DELETE link
