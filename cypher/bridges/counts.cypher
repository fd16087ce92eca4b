// How many initiatives the reader may see.
// $visible: list of string — the visibilities the reader may see
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND initiative.until IS NULL AND initiative.merged_into IS NULL
RETURN count(initiative) AS initiatives
