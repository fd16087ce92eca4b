// The goal, theme or area that somebody means by an id, a code or a name.
// $label: string — Goal, Theme or Area
// $text: string — what was written
// $visible: list of string — visibilities the reader may see
MATCH (record:Goal|Theme|Area)
WHERE $label IN labels(record) AND record.visibility IN $visible
  AND (record.id = $text OR record.code = $text OR record.external_id = $text OR toLower(record.name) = toLower($text))
RETURN record.id AS id, record.name AS name, record.code AS code
ORDER BY record.id = $text DESC, name, id
LIMIT 10
