// What was said not to be the right person, for questions that share a word with this one; dismissed ones left out.
// $stems: list of string — stems of the question
// $after: date — older ones no longer count
MATCH (misroute:Misroute)-[:SENT_TO]->(person:Person)
WHERE misroute.dismissed_on IS NULL AND misroute.day > $after AND any(stem IN misroute.stems WHERE stem IN $stems)
RETURN person.id AS person_id, misroute.stems AS stems
ORDER BY misroute.day DESC, misroute.key
LIMIT 5000
