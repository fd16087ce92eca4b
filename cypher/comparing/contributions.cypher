// The contributions that had been given by a day, the newest first, as figures/gifts counts them.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (gift:Contribution)
WHERE gift.visibility IN $visible AND NOT EXISTS { (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(end) WHERE NOT end.visibility IN $visible AND end.merged_into IS NULL }
  AND NOT coalesce(gift.granted_on > $on, gift.asked_on > $on, gift.year > $on.year, false)
  AND (gift.amount_granted > 0 OR gift.amount_granted IS NULL AND gift.granted_on IS NOT NULL)
  AND NOT coalesce(gift.refused_on <= $on, false)
RETURN gift.id AS id, gift.name AS name, gift.amount_granted AS amount,
       head([(gift)-[to:TO]->(end) WHERE NOT coalesce(to.until <= $on, false) AND end.visibility IN $visible
         | {kind: [label IN labels(end) WHERE label <> 'Record'][0], id: end.id, name: end.name}]) AS receiver,
       coalesce(gift.granted_on, gift.asked_on,
         CASE WHEN gift.year IS NOT NULL THEN date({year: gift.year, month: 1, day: 1}) END) AS granted_on
ORDER BY granted_on IS NULL, granted_on DESC, id
