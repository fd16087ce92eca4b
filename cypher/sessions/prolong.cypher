// The session was used: it lives on until a later moment, never beyond its end.
// $token_hash: string — SHA-256 of the token in the cookie
// $idle_until: datetime — it ends then without use
// $at: datetime — now
MATCH (session:Session {token_hash: $token_hash})
WHERE session.idle_until > $at AND session.ends_at > $at
SET session.idle_until = $idle_until
