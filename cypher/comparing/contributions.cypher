// The contributions that had been given to initiatives by a day, the newest first.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (gift:Contribution)-[:TO]->(initiative:Initiative)
WHERE gift.visibility IN $visible AND initiative.visibility IN $visible AND gift.granted_on <= $on
  AND coalesce(gift.amount_granted, 1) > 0
RETURN gift.id AS id, gift.name AS name, gift.amount_granted AS amount,
       head(collect({kind: 'Initiative', id: initiative.id, name: initiative.name})) AS receiver,
       gift.granted_on AS granted_on
ORDER BY granted_on DESC, id
