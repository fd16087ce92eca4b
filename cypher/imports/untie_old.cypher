// Take back links that an import laid between records that were there before.
// $batch: string — the import
// $links: list of map — type, start_id and end_id
UNWIND $links AS each
MATCH (start:Record {id: each.start_id})-[link:$(each.type)]->(end:Record {id: each.end_id})
WHERE link.batch = $batch
DELETE link
RETURN count(link) AS count
