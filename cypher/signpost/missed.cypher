// What people said went wrong, by words of the question and person.
// $visible: list of string — visibilities the reader may see
// $after: date — older ones no longer count
// $person_id: string or null — only about this person
// $dismissed: boolean — those about which staff said that the person is right
// $order: string — often (the most often first), last (the last day first) or name (of the person)
// $skip: integer — rows before this page
// $limit: integer — rows on this page
MATCH (misroute:Misroute)-[:SENT_TO]->(person:Person)
WHERE misroute.day > $after AND (misroute.dismissed_on IS NOT NULL) = $dismissed
  AND person.visibility IN $visible AND ($person_id IS NULL OR person.id = $person_id)
WITH person, misroute.stems AS stems, count(*) AS times, max(misroute.day) AS last_on,
     collect(misroute.words)[0] AS words, max(misroute.dismissed_on) AS dismissed_on
RETURN {kind: 'Person', id: person.id, name: person.name} AS person, person.function AS function, stems AS stems,
       words AS words, times AS times, last_on AS last_on, dismissed_on AS dismissed_on
ORDER BY CASE $order WHEN 'often' THEN -times WHEN 'name' THEN toLower(person.name) END,
  last_on DESC, times DESC, person.name, person.id, stems
SKIP $skip LIMIT $limit
