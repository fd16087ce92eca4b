// The goal, theme or area that somebody means by an id, a code, a name, or the last words of a name.
// $label: string — Goal, Theme or Area
// $text: string — what was written
// $visible: list of string — visibilities the reader may see
MATCH (record:Goal|Theme|Area)
WHERE $label IN labels(record) AND record.visibility IN $visible
  AND record.until IS NULL
WITH record, coalesce($text IN [record.id, record.code, record.external_id], false) OR toLower(record.name) = toLower($text) AS exact
WHERE exact OR toLower(record.name) ENDS WITH ' ' + toLower($text)
RETURN record.id AS id, record.name AS name, exact AS exact
ORDER BY exact DESC, record.id = $text DESC, name, id
LIMIT 10
