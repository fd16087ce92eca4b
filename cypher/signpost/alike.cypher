// Initiatives and goals that speak of the same, rare words first.
// $stems: list of string — stems of the question
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — how many
MATCH (word:Word)<-[:MENTIONS]-(initiative:Initiative)
WHERE word.stem IN $stems AND initiative.visibility IN $visible
  AND (initiative.until IS NULL OR initiative.until > $on)
WITH initiative, sum(1.0 / COUNT { (word)<-[:MENTIONS]-() }) AS weight
ORDER BY weight DESC, initiative.id
LIMIT $limit
RETURN 'Initiative' AS kind, initiative.id AS id, initiative.name AS name, initiative.summary AS detail
ORDER BY weight DESC, id
