// Links upwards that an import laid and that last, for a file that puts the record elsewhere.
// $links: list of list of string — the ids of the record and of what it was part of
UNWIND range(0, size($links) - 1) AS number
MATCH (record:Record {id: $links[number][0]})-[link:PART_OF]->(other:Record {id: $links[number][1]})
WHERE link.until IS NULL AND link.batch IS NOT NULL
RETURN number AS number, elementId(link) AS place, properties(link) AS properties, elementId(other) AS other_place
ORDER BY number, place
