// Take up again the links of a record that ended on one day, until the day that was planned for them, one per pair and type,
// unless another took their place or a no.
// $id: string — the record
// $types: list of string — types from the closed set of graph.model
// $on: date — the day on which they ended
// $today: date — a link that ends later than this is still there
MATCH (record:Record {id: $id})
MATCH (record)-[ended:$any($types)]-(other:Record)
WHERE ended.until = $on AND other.visibility <> 'removed' AND other.until IS NULL
WITH startNode(ended) AS start, endNode(ended) AS end, type(ended) AS type, ended.purpose AS purpose,
     ended.channel AS channel, ended
ORDER BY ended.since DESC
WITH start, end, type, purpose, channel, head(collect(ended)) AS link
WHERE NOT EXISTS {
  MATCH (start)-[current]->(end)
  WHERE type(current) = type AND coalesce(current.until > $today AND current.since < current.until, true)
    AND coalesce(current.purpose, '') = coalesce(purpose, '') AND coalesce(current.channel, '') = coalesce(channel, '')
}
AND (type <> 'MAY_BE_CONTACTED' OR NOT EXISTS {
  MATCH (start)-[no:MAY_BE_CONTACTED]->(:Area)
  WHERE no.purpose = purpose AND no.refused_on IS NOT NULL AND no.until >= $on
})
AND (type <> 'CONTACT_FOR' OR NOT EXISTS {
  MATCH (end)<-[contact:CONTACT_FOR]-(:Person)
  WHERE coalesce(contact.until > $today AND contact.since < contact.until, true)
})
SET link.until = link.planned_until
SET link.planned_until = null
RETURN start.id AS start_id, type AS type, end.id AS end_id
ORDER BY type, start_id, end_id
