// Take back terms that an import added and that nobody corrected since, some at a time.
// $batch: string — the import
// $limit: integer — at most this many
MATCH (term:Term {batch: $batch})
WHERE term.mistaken IS NULL
WITH term LIMIT $limit
DETACH DELETE term
RETURN count(term) AS count
