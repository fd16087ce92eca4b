// Change the own properties of current links.
// $links: list of map — start_id, end_id, type, properties
UNWIND $links AS each
MATCH (start:Record {id: each.start_id})-[link:$(each.type)]->(end:Record {id: each.end_id})
WHERE link.until IS NULL
SET link += each.properties
