// Initiatives that work at no goal of the municipality, as far as is known: how many, and the first by name.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — so many are named
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
  AND initiative.merged_into IS NULL
  AND NOT EXISTS { MATCH (initiative)-[works:CONTRIBUTES_TO]->(:Goal) WHERE works.until IS NULL }
WITH initiative ORDER BY toLower(initiative.name), initiative.id
WITH collect(initiative) AS found
RETURN size(found) AS number,
       [each IN found[..$limit] | {kind: 'Initiative', id: each.id, name: each.name}] AS first
