// Staff says that the person is right for such a question, or takes that back.
// $person_id: string — the person
// $stems: list of string — the words of the question
// $on: date or null — since when it no longer counts; null: it counts again
MATCH (misroute:Misroute)-[:SENT_TO]->(:Person {id: $person_id})
WHERE misroute.stems = $stems
SET misroute.dismissed_on = $on
RETURN count(misroute) AS changed
