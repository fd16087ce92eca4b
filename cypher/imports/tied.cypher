// Which of these links are there, or were: those that lasted for some time are given too, each with its days.
// $type: string — the type, from the closed set of graph.model
// $links: list of list of string — start and end (element ids within this transaction)
UNWIND range(0, size($links) - 1) AS number
MATCH (start) WHERE elementId(start) = $links[number][0]
MATCH (end) WHERE elementId(end) = $links[number][1]
MATCH (start)-[link:$any([$type])]->(end)
RETURN number AS number, elementId(link) AS place, properties(link) AS properties
ORDER BY number, place
