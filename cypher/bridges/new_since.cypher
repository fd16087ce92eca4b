// The initiatives that were entered since a moment, newest first.
// $since: datetime — the moment
// $visible: list of string — the visibilities the reader may see
// $limit: integer — how many
MATCH (initiative:Initiative)
WHERE initiative.created_at > $since AND initiative.visibility IN $visible
  AND initiative.until IS NULL AND initiative.merged_into IS NULL
  AND coalesce(initiative.status, '') <> 'stopped'
RETURN initiative.id AS id
ORDER BY initiative.created_at DESC, id
LIMIT $limit
