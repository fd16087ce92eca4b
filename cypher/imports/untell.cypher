// Take back that initiatives were told of terms, where an import said so; what was told after it stays.
// $batch: string — the import
MATCH (term:Term {told_by_batch: $batch})
WITH term, coalesce(term.tellings[1..], []) AS since
SET term.tellings = since,
    term.told_on = reduce(last = null, day IN since | CASE WHEN last IS NULL OR day > last THEN day ELSE last END)
REMOVE term.told_by_batch
