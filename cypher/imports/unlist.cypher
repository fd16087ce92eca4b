// Take what an import made off the list of likely duplicates, which says nothing about use.
// $batch: string — the import
MATCH (:Record {batch: $batch})-[link:LIKELY_SAME_AS]-(:Record)
WITH DISTINCT link
DELETE link
