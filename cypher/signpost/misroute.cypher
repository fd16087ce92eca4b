// Keep that somebody was not the right person for such a question; the same on one day counts once.
// $key: string — the person, the day and the stems
// $person_id: string — who was offered
// $stems: list of string — words of the question that the graph knows
// $words: list of string — the same words as people spell them
// $day: date — today
MATCH (person:Person {id: $person_id})
MERGE (misroute:Misroute {key: $key})
  ON CREATE SET misroute.stems = $stems, misroute.words = $words, misroute.day = $day
MERGE (misroute)-[:SENT_TO]->(person)
