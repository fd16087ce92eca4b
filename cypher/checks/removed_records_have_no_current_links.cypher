// What was removed is linked to nothing any more, except by what tells what happened.
// $endable: list of string — the types that end with a record
// $limit: integer — at most this many
MATCH (record:Record {visibility: 'removed'})-[link]-(other:Record)
WHERE link.until IS NULL AND type(link) IN $endable
RETURN record.id AS record_id, type(link) + ' ' + other.id AS what
ORDER BY record_id, what
LIMIT $limit
