// Take back links that an import laid between records that were there before.
// $batch: string — the import
// $links: list of map — type, start_id and end_id
// $leave: list of string — links (element ids within this transaction) that somebody changed since
UNWIND $links AS each
MATCH (start:Record {id: each.start_id})-[link:$(each.type)]->(end:Record {id: each.end_id})
WHERE link.batch = $batch AND NOT elementId(link) IN $leave
DELETE link
RETURN count(link) AS count
