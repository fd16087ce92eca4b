// Who waits or waited for which decision, the longest first: of one decision, or of one initiative that still waits.
// $decision_id: string or null — the decision
// $initiative_id: string or null — the initiative
// $visible: list of string — visibilities the reader may see
// $on: date — the day it is shown of
// $limit: integer — how many
MATCH (initiative:Initiative)-[wait:WAITS_FOR]->(decision:Decision)
WHERE (decision.id = $decision_id OR initiative.id = $initiative_id
       AND NOT coalesce(wait.since > $on OR wait.until <= $on, false))
  AND decision.visibility IN $visible AND initiative.visibility IN $visible
RETURN decision.id AS decision_id, {kind: 'Initiative', id: initiative.id, name: initiative.name} AS initiative,
       wait.since AS since, wait.until AS until
ORDER BY since, toLower(initiative.name), decision_id
LIMIT $limit
