// The initiatives that bridges are looked for, in order of id.
// $after: string — begin after this id
// $visible: list of string — the visibilities the reader may see
// $limit: integer — how many
MATCH (initiative:Initiative)
WHERE initiative.id > $after AND initiative.visibility IN $visible
  AND initiative.until IS NULL AND initiative.merged_into IS NULL
  AND coalesce(initiative.status, '') <> 'stopped'
RETURN initiative.id AS id
ORDER BY id
LIMIT $limit
