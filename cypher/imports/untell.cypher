// Take back that initiatives were told of terms, where an import said so.
// $batch: string — the import
MATCH (term:Term {told_by_batch: $batch})
REMOVE term.told_on, term.told_by_batch
