// The municipality may no longer contact a person for a purpose through a channel; what held before stays as history.
// $person_id: string — the person
// $purpose: string — invitation, introduction or news
// $channel: string — mail, telephone or post
// $on: date — the first day on which it no longer holds
MATCH (:Person {id: $person_id})-[may:MAY_BE_CONTACTED {purpose: $purpose, channel: $channel}]->(:Area)
WHERE may.until IS NULL
SET may.until = CASE WHEN may.since > $on THEN may.since ELSE $on END
