// What a person may be contacted for now, per purpose and channel.
// $person_id: string — the person
MATCH (:Person {id: $person_id})-[may:MAY_BE_CONTACTED]->(:Area)
WHERE may.until IS NULL
RETURN may.purpose AS purpose, may.channel AS channel, may.basis AS basis, may.source AS source,
       may.given_on AS given_on, may.review_on AS review_on
ORDER BY purpose, channel
