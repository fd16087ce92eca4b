// Who was said not to be the right person, for how many kinds of question, and for how many staff said that they are.
// $visible: list of string — visibilities the reader may see
// $after: date — older ones no longer count
// $limit: integer — at most this many
MATCH (misroute:Misroute)-[:SENT_TO]->(person:Person)
WHERE misroute.day > $after AND person.visibility IN $visible
WITH person, count(DISTINCT CASE WHEN misroute.dismissed_on IS NULL THEN misroute.stems END) AS questions,
     count(DISTINCT CASE WHEN misroute.dismissed_on IS NOT NULL THEN misroute.stems END) AS dismissed
RETURN person.id AS id, person.name AS name, questions AS questions, dismissed AS dismissed
ORDER BY name, id
LIMIT $limit
