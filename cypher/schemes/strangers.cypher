// Pairs of initiatives that got or asked money from one scheme, work at the same goal, and show no contact.
// $id: string — the scheme
// $only: list of string or null — only between these initiatives
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — how many pairs
MATCH (:SubsidyScheme {id: $id})<-[under:UNDER]-(gift:Contribution)-[to:TO]->(initiative:Initiative)
WHERE NOT coalesce(under.until <= $on OR to.until <= $on, false) AND gift.visibility IN $visible AND initiative.visibility IN $visible AND ($only IS NULL OR initiative.id IN $only)
  AND coalesce(gift.amount_granted, 1.0) > 0 AND NOT coalesce(gift.refused_on <= $on, false) AND initiative.merged_into IS NULL
  AND (initiative.until IS NULL OR initiative.until > $on)
  AND NOT coalesce(initiative.status, 'idea') IN ['completed', 'stopped']
WITH initiative, max(CASE WHEN gift.amount_granted > 0 OR gift.granted_on IS NOT NULL THEN 1 ELSE 0 END) > 0 AS is_given
WITH collect({initiative: initiative, is_given: is_given}) AS parties
UNWIND parties AS one
UNWIND parties AS two
WITH one.initiative AS first, one.is_given AS first_given, two.initiative AS second, two.is_given AS second_given
WHERE first.id < second.id
MATCH (first)-[ours:CONTRIBUTES_TO]->(goal:Goal)<-[theirs:CONTRIBUTES_TO]-(second)
WHERE NOT coalesce(ours.until <= $on OR theirs.until <= $on, false) AND goal.visibility IN $visible
  AND NOT EXISTS { MATCH (first)<-[a:INITIATES]-()-[b:INITIATES]->(second) WHERE a.until IS NULL AND b.until IS NULL }
  AND NOT EXISTS { MATCH (first)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(second) WHERE bridge.state <> 'suggested' }
WITH first, first_given, second, second_given, goal, COUNT { (goal)<-[:CONTRIBUTES_TO]-() } AS known
ORDER BY known, goal.name
WITH first, first_given, second, second_given, min(known) AS rarest,
     collect({kind: 'Goal', id: goal.id, name: goal.name}) AS goals
RETURN {kind: 'Initiative', id: first.id, name: first.name} AS first, first_given AS first_given,
       {kind: 'Initiative', id: second.id, name: second.name} AS second, second_given AS second_given, goals AS goals
ORDER BY size(goals) DESC, rarest, toLower(first.name), toLower(second.name), first.id, second.id
LIMIT $limit
