// Write on which days the initiative was told about the last term; what was told before stays beside what comes.
// $id: string — the commitment
// $told_on: date or null — the latest day; null when nobody told it
// $tellings: list of date — every day, in the order in which they were written down
MATCH (:Commitment {id: $id})-[:DUE]->(term:Term)
WITH term ORDER BY term.set_on DESC, term.id DESC LIMIT 1
SET term.told_on = $told_on, term.tellings = $tellings
