// What one organisation or its teams gave to initiatives, newest first.
// $id: string — the organisation
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — how many
MATCH (:Organisation {id: $id})-[gives:GIVES]->(gift:Contribution)-[to:TO]->(initiative:Initiative)
WHERE NOT coalesce(gives.until <= $on OR to.until <= $on, false) AND gift.visibility IN $visible AND initiative.visibility IN $visible
  AND (gift.granted_on <= $on OR gift.granted_on IS NULL AND gift.amount_granted > 0)
  AND NOT coalesce(gift.refused_on <= $on, false)
RETURN gift.name AS name, {kind: 'Initiative', id: initiative.id, name: initiative.name} AS to,
       gift.amount_granted AS amount_granted
ORDER BY gift.granted_on DESC, gift.id
LIMIT $limit
