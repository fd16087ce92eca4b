// Initiatives and goals that speak of the same, rare words first.
// $stems: list of string — stems of the question
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — how many
CALL {
  MATCH (word:Word)
  WHERE any(stem IN $stems WHERE word.stem = stem
    OR size(stem) >= 5 AND (word.stem STARTS WITH stem OR word.stem ENDS WITH stem))
  MATCH (word)<-[:MENTIONS]-(record:Initiative)
  RETURN record, 1.0 / COUNT { (word)<-[:MENTIONS]-() } AS weight
  UNION ALL
  MATCH (record:Goal)
  WHERE any(stem IN $stems WHERE size(stem) >= 5 AND toLower(record.name) CONTAINS stem)
  RETURN record, 0.5 AS weight
}
WITH record, sum(weight) AS weight
WHERE record.visibility IN $visible AND (record.until IS NULL OR record.until > $on)
RETURN CASE WHEN record:Goal THEN 'Goal' ELSE 'Initiative' END AS kind, record.id AS id, record.name AS name,
       record.summary AS detail
ORDER BY weight DESC, id
LIMIT $limit
