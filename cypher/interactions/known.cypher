// The people, organisations and initiatives that have one of these mail addresses.
// $addresses: list of string — lower case
// $visible: list of string — visibilities the reader may see
// $limit: integer — at most this many
MATCH (record:Person|Organisation|Initiative)
WHERE toLower(record.email) IN $addresses AND record.visibility IN $visible
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.id AS id, record.name AS name
ORDER BY kind, toLower(name), id
LIMIT $limit
