// One contribution with who gives, who receives, the scheme, and the goals it serves through the initiative.
// $id: string — the contribution
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see names of persons
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
MATCH (gift:Contribution {id: $id})
WHERE gift.visibility IN $visible AND NOT EXISTS { (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(end) WHERE NOT end.visibility IN $visible AND end.merged_into IS NULL }
  AND ($past IS NULL OR NOT (coalesce(gift.asked_on > $past, gift.granted_on > $past, gift.refused_on > $past, gift.year > $past.year, false)
    AND coalesce(gift.granted_on > $past, gift.refused_on > $past, gift.asked_on > $past, true)))
WITH gift, CASE WHEN $past IS NULL OR coalesce(gift.granted_on <= $past, gift.refused_on <= $past, true) THEN gift END AS given
WITH gift, given, coalesce(gift.year, given.granted_on.year, given.refused_on.year, gift.asked_on.year) AS year
RETURN gift.id AS id, gift.visibility AS visibility, coalesce(gift.lang, 'nl') AS lang, gift.name AS name,
       gift.contribution_kind AS contribution_kind,
       CASE WHEN given.amount_granted = 0 OR given.refused_on <= $on THEN 'refused'
         WHEN given.amount_granted > 0 OR given.granted_on IS NOT NULL THEN 'given' ELSE 'asked' END AS stage,
       gift.amount_asked AS amount_asked, given.amount_granted AS amount_granted, gift.extent AS extent,
       gift.reason AS reason, gift.continuity AS continuity, gift.asked_on AS asked_on,
       given.granted_on AS granted_on, given.refused_on AS refused_on, given.until AS until, year AS year,
       gift.periodicity AS periodicity,
       [(gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(end) WHERE end.visibility IN $visible
         | {kind: [label IN labels(end) WHERE label <> 'Record'][0], id: end.id, name: end.name}] AS receivers,
       [(giver)-[gives:GIVES WHERE NOT coalesce(gives.until <= $on, false)]->(gift) WHERE giver.visibility IN $visible AND ($private OR NOT giver:Person)
         | {kind: [label IN labels(giver) WHERE label <> 'Record'][0], id: giver.id, name: giver.name}] AS givers,
       CASE WHEN $private THEN 0 ELSE COUNT { (giver:Person)-[gives:GIVES WHERE NOT coalesce(gives.until <= $on, false)]->(gift)
         WHERE giver.visibility IN $visible } END AS unnamed,
       head([(gift)-[under:UNDER WHERE NOT coalesce(under.until <= $on, false)]->(scheme:SubsidyScheme) WHERE scheme.visibility IN $visible
         | {kind: 'SubsidyScheme', id: scheme.id, name: scheme.name}]) AS scheme,
       COLLECT { MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[aim:CONTRIBUTES_TO]->(goal:Goal)
         WHERE NOT coalesce(aim.since > $on OR aim.until <= $on, false) AND goal.visibility IN $visible
         RETURN DISTINCT {kind: 'Goal', id: goal.id, name: goal.name} AS goal ORDER BY goal.name } AS goals
