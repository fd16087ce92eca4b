// The goals, themes and areas that can be chosen as subject.
// $visible: list of string — visibilities the reader may see
// $limit: integer — at most this many
MATCH (record:Goal|Theme|Area)
WHERE record.visibility IN $visible AND record.until IS NULL
RETURN record.id AS id, [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.name AS name
ORDER BY kind, name, id
LIMIT $limit
