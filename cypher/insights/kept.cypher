// What was kept of the network, newest first.
// $limit: integer — at most this many
MATCH (kept:Insights)
RETURN kept.id AS id, kept.names AS names, kept.counts AS counts, coalesce(kept.lists, []) AS lists,
       kept.kept_at AS kept_at, kept.kept_by AS kept_by
ORDER BY kept_at DESC, id
LIMIT $limit
