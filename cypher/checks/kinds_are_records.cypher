// Whatever carries the label of a kind is a record.
// $kinds: list of string — the kinds of graph.model
// $limit: integer — at most this many
MATCH (node:Initiative|Person|Organisation|Department|Body|Goal|PolicyNote|Theme|Area|SubsidyScheme|Contribution|Commitment|Decision)
WHERE NOT node:Record AND any(label IN labels(node) WHERE label IN $kinds)
RETURN coalesce(node.id, '') AS record_id, 'it is no Record' AS what
ORDER BY record_id
LIMIT $limit
