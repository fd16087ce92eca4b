// Take back terms that an import added, some at a time.
// $batch: string — the import
// $limit: integer — at most this many
MATCH (term:Term {batch: $batch})
WITH term LIMIT $limit
DETACH DELETE term
RETURN count(term) AS count
