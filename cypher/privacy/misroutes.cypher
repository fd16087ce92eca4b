// When a person was said not to be the right one, for a question with which words; nobody knows who asked.
// $id: string — the person
// $limit: integer — at most this many
MATCH (misroute:Misroute)-[:SENT_TO]->(:Person {id: $id})
RETURN misroute.day AS day, misroute.words AS words
ORDER BY day, misroute.key
LIMIT $limit
