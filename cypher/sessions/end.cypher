// End one session.
// $token_hash: string — SHA-256 of the token in the cookie
MATCH (session:Session {token_hash: $token_hash})
DETACH DELETE session
