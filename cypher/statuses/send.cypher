// Keep the links that are about to be sent about one initiative; earlier ones live until one of these went.
// $about_id: string — the initiative
// $links: list of map — token_hash and person_id of each
// $ends_at: datetime — the links are dead from then on
// $at: datetime — now
UNWIND $links AS each
MERGE (link:StatusLink {token_hash: each.token_hash})
  ON CREATE SET link.about_id = $about_id, link.person_id = each.person_id, link.sent_at = $at, link.ends_at = $ends_at
