// Let the clock of a decision stand still from a day on.
// $id: string — the decision
// $pause_id: string — the id of the pause
// $since: date — first day
// $reason: string — what the applicant is to do
MATCH (decision:Decision {id: $id})
CREATE (decision)-[:PAUSED]->(:Pause {id: $pause_id, since: $since, reason: $reason})
