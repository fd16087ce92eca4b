// Lay links between records, leaving alone those that are there already.
// $links: list of map — start_id, end_id, type, properties
UNWIND $links AS each
MATCH (start:Record {id: each.start_id})
MATCH (end:Record {id: each.end_id})
WHERE NOT EXISTS {
  MATCH (start)-[current:$(each.type)]->(end)
  WHERE current.until IS NULL AND coalesce(current.purpose, '') = coalesce(each.properties.purpose, '')
}
CREATE (start)-[link:$(each.type)]->(end)
SET link = each.properties
RETURN each.start_id AS start_id, each.type AS type, each.end_id AS end_id
