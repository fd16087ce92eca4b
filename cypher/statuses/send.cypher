// Keep the links that were sent about one initiative; earlier ones are dead.
// $about_id: string — the initiative
// $links: list of map — token_hash and person_id of each
// $ends_at: datetime — the links are dead from then on
// $at: datetime — now
OPTIONAL MATCH (earlier:StatusLink {about_id: $about_id})
WHERE NOT earlier.token_hash IN [each IN $links | each.token_hash]
DELETE earlier
WITH DISTINCT 1 AS once
UNWIND $links AS each
MERGE (link:StatusLink {token_hash: each.token_hash})
  ON CREATE SET link.about_id = $about_id, link.person_id = each.person_id, link.sent_at = $at, link.ends_at = $ends_at
