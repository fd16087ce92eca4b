// Which of these links are there already: a current one, else an ended one that an import laid (people ended that).
// $type: string — the type, from the closed set of graph.model
// $links: list of list of string — start and end (element ids within this transaction)
UNWIND range(0, size($links) - 1) AS number
MATCH (start) WHERE elementId(start) = $links[number][0]
MATCH (end) WHERE elementId(end) = $links[number][1]
MATCH (start)-[link:$any([$type])]->(end)
WHERE link.until IS NULL OR link.batch IS NOT NULL
WITH number, link ORDER BY link.until IS NULL DESC, link.until DESC
WITH number, collect(link)[0] AS link
RETURN number AS number, elementId(link) AS place, properties(link) AS properties
ORDER BY number
