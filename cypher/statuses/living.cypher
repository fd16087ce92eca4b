// The initiative and the person of a link that can still be used.
// $token_hash: string — SHA-256 of the token in the mail
// $at: datetime — now
MATCH (link:StatusLink {token_hash: $token_hash})
WHERE link.ends_at > $at
MATCH (initiative:Initiative {id: link.about_id})
WHERE initiative.visibility <> 'removed' AND initiative.merged_into IS NULL AND initiative.until IS NULL
RETURN initiative.id AS id, initiative.name AS name, initiative.visibility AS visibility,
       initiative.status AS status, initiative.status_since AS status_since, link.person_id AS person_id
