// The initiatives that somebody means by an id, an external id or a name; the best match alone when it is one.
// $text: string — what was typed
// $visible: list of string — the visibilities the reader may see
MATCH (initiative:Initiative)
WHERE (initiative.id = $text OR initiative.external_id = $text OR toLower(initiative.name) = toLower($text))
  AND initiative.visibility IN $visible AND initiative.until IS NULL AND initiative.merged_into IS NULL
WITH initiative, CASE
    WHEN initiative.id = $text THEN 0 WHEN initiative.external_id = $text THEN 1
    WHEN initiative.name = $text THEN 2 ELSE 3
  END AS nearness
RETURN initiative.id AS id
ORDER BY nearness, id
LIMIT 20
