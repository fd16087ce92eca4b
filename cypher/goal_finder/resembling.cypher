// Initiatives that did not stop and speak of the same, rare words first, with the goals they contribute to.
// $stems: list of string — stems of the idea
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — how many
MATCH (word:Word)
WHERE any(stem IN $stems WHERE word.stem = stem
  OR size(stem) >= 5 AND (word.stem STARTS WITH stem OR word.stem ENDS WITH stem))
MATCH (word)<-[:MENTIONS]-(initiative:Initiative)
WHERE initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
  AND coalesce(initiative.status, '') <> 'stopped'
WITH initiative, collect(DISTINCT word.text) AS words, sum(1.0 / COUNT { (word)<-[:MENTIONS]-() }) AS weight
ORDER BY weight DESC, initiative.id
LIMIT $limit
RETURN initiative.id AS id, initiative.name AS name, initiative.summary AS detail, words AS words, weight AS weight,
       COLLECT { MATCH (initiative)-[work:CONTRIBUTES_TO]->(goal:Goal)
         WHERE work.until IS NULL RETURN goal.id ORDER BY goal.id } AS goals
ORDER BY weight DESC, id
