// Initiatives that share no goal or partner with another, and nobody who undertakes both: how many, and the first by name.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — so many are named
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
  AND initiative.merged_into IS NULL AND coalesce(initiative.status, '') <> 'stopped'
  AND NOT EXISTS {
    MATCH (initiative)-[ours:CONTRIBUTES_TO|PARTNERS_IN|INITIATES]-(thing)-[theirs:CONTRIBUTES_TO|PARTNERS_IN|INITIATES]-(other:Initiative)
    WHERE other <> initiative AND ours.until IS NULL AND theirs.until IS NULL
      AND other.visibility IN $visible AND (other.until IS NULL OR other.until > $on)
  }
WITH initiative ORDER BY toLower(initiative.name), initiative.id
WITH collect(initiative) AS found
RETURN size(found) AS number,
       [each IN found[..$limit] | {kind: 'Initiative', id: each.id, name: each.name}] AS first
