// End current links, those that were to end later too; a link that was to begin later ends as it begins.
// $links: list of map — start_id, end_id, type
// $on: date — the first day on which they no longer hold
UNWIND $links AS each
MATCH (start:Record {id: each.start_id})-[link:$(each.type)]->(end:Record {id: each.end_id})
WHERE coalesce(link.until > $on AND link.since < link.until, true)
SET link.planned_until = link.until
SET link.until = CASE WHEN link.since > $on THEN link.since ELSE $on END
