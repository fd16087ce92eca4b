// The initiatives that were entered since a moment, newest first, and then others that changed.
// $since: datetime — the moment
// $ids: list of string — records that changed; those that are initiatives count
// $visible: list of string — the visibilities the reader may see
// $limit: integer — how many
CALL () {
  MATCH (initiative:Initiative) WHERE initiative.created_at > $since RETURN initiative
  UNION
  UNWIND $ids AS id
  MATCH (initiative:Initiative {id: id}) RETURN initiative
}
WITH initiative
WHERE initiative.visibility IN $visible AND initiative.until IS NULL AND initiative.merged_into IS NULL
  AND coalesce(initiative.status, '') <> 'stopped'
RETURN initiative.id AS id
ORDER BY initiative.created_at DESC, id
LIMIT $limit
