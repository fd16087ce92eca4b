// Who was invited often lately: to meetings held since a day, those that come included; most often first.
// $since: date — the first day
// $times: integer — from how many meetings on
// $visible: list of string — visibilities the reader may see
// $limit: integer — how many
MATCH (event:Event)<-[:FOR]-(invitation:Invitation)-[:INVITES]->(party:Person|Organisation)
WHERE event.held_on >= $since AND event.called_off_on IS NULL AND party.visibility IN $visible AND party.until IS NULL
WITH party, count(DISTINCT event) AS times, max(event.held_on) AS last_on
WHERE times >= $times
RETURN {kind: CASE WHEN party:Person THEN 'Person' ELSE 'Organisation' END, id: party.id, name: party.name} AS mention,
       times AS times, last_on AS last_on
ORDER BY times DESC, toLower(party.name), party.id
LIMIT $limit
