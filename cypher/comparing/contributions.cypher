// The contributions that had been given to initiatives by a day, the newest first.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (gift:Contribution)-[:TO]->(initiative:Initiative)
WHERE gift.visibility IN $visible AND initiative.visibility IN $visible
  AND NOT coalesce(gift.granted_on > $on, gift.asked_on > $on, gift.year > $on.year, false)
  AND (gift.amount_granted > 0 OR gift.amount_granted IS NULL AND gift.granted_on IS NOT NULL)
RETURN gift.id AS id, gift.name AS name, gift.amount_granted AS amount,
       head(collect({kind: 'Initiative', id: initiative.id, name: initiative.name})) AS receiver,
       coalesce(gift.granted_on, gift.asked_on,
         CASE WHEN gift.year IS NOT NULL THEN date({year: gift.year, month: 1, day: 1}) END) AS granted_on
ORDER BY granted_on IS NULL, granted_on DESC, id
