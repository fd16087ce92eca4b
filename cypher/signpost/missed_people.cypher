// Who was said not to be the right person, and for how many kinds of question.
// $visible: list of string — visibilities the reader may see
// $after: date — older ones no longer count
// $dismissed: boolean — those about which staff said that the person is right
MATCH (misroute:Misroute)-[:SENT_TO]->(person:Person)
WHERE misroute.day > $after AND (misroute.dismissed_on IS NOT NULL) = $dismissed AND person.visibility IN $visible
WITH person, count(DISTINCT misroute.stems) AS questions
RETURN person.id AS id, person.name AS name, questions AS questions
ORDER BY name, id
LIMIT 1000
