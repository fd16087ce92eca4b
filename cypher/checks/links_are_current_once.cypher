// Between two records at most one link of a type is current; for contact, one per purpose and channel.
// $limit: integer — at most this many
MATCH (start:Record)-[link]->(end:Record)
WHERE link.until IS NULL
WITH start, end, type(link) AS type, link.purpose AS purpose, link.channel AS channel, count(*) AS links
WHERE links > 1
RETURN start.id AS record_id, type + ' ' + end.id AS what
ORDER BY record_id, what
LIMIT $limit
