// Lay the links that are not there yet, current or ended, and say how many were laid.
// $links: list of map — start_id, end_id, type, properties with since and until
UNWIND $links AS each
MATCH (start:Record {id: each.start_id})
MATCH (end:Record {id: each.end_id})
CALL (each, start, end) {
  WITH each, start, end
  WHERE NOT EXISTS {
    MATCH (start)-[there:$(each.type)]->(end)
    WHERE coalesce(there.purpose, '') = coalesce(each.properties.purpose, '')
      AND (there.since = each.properties.since OR (there.since IS NULL AND each.properties.since IS NULL))
  }
  CREATE (start)-[link:$(each.type)]->(end)
  SET link = each.properties
  RETURN 1 AS laid
}
RETURN count(laid) AS laid
