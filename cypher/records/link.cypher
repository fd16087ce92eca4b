// Lay links between records, leaving alone those that are there already; gives back those whose ends exist.
// $links: list of map — start_id, start_kind, end_id, end_kind, type, properties
UNWIND $links AS each
MATCH (start:Record {id: each.start_id})
WHERE each.start_kind IN labels(start) AND start.visibility <> 'removed'
MATCH (end:Record {id: each.end_id})
WHERE each.end_kind IN labels(end) AND end.visibility <> 'removed'
CALL (each, start, end) {
  WITH each, start, end
  WHERE NOT EXISTS {
    MATCH (start)-[current:$(each.type)]->(end)
    // One that begins when this one ends does not stand in its way.
    WHERE current.until IS NULL AND NOT coalesce(current.since >= each.properties.until, false)
  }
  CREATE (start)-[link:$(each.type)]->(end)
  SET link = each.properties
}
RETURN each.start_id AS start_id, each.type AS type, each.end_id AS end_id
