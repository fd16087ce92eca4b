// One contribution with who gives, who receives, the scheme, and the goals it serves through the initiative.
// $id: string — the contribution
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see names of persons
MATCH (gift:Contribution {id: $id})
WHERE gift.visibility IN $visible AND NOT EXISTS { (gift)-[:TO]->(end) WHERE NOT end.visibility IN $visible }
RETURN gift.id AS id, gift.visibility AS visibility, coalesce(gift.lang, 'nl') AS lang, gift.name AS name,
       gift.contribution_kind AS contribution_kind,
       CASE WHEN gift.amount_granted = 0 THEN 'refused'
         WHEN gift.amount_granted > 0 OR gift.granted_on IS NOT NULL THEN 'given' ELSE 'asked' END AS stage,
       gift.amount_asked AS amount_asked, gift.amount_granted AS amount_granted, gift.extent AS extent,
       gift.reason AS reason, gift.continuity AS continuity, gift.asked_on AS asked_on,
       gift.granted_on AS granted_on, gift.until AS until, coalesce(gift.year, gift.granted_on.year, gift.asked_on.year) AS year,
       gift.periodicity AS periodicity,
       [(gift)-[:TO]->(end) WHERE end.visibility IN $visible
         | {kind: [label IN labels(end) WHERE label <> 'Record'][0], id: end.id, name: end.name}] AS receivers,
       [(giver)-[:GIVES]->(gift) WHERE giver.visibility IN $visible AND ($private OR NOT giver:Person)
         | {kind: [label IN labels(giver) WHERE label <> 'Record'][0], id: giver.id, name: giver.name}] AS givers,
       CASE WHEN $private THEN 0 ELSE COUNT { (giver:Person)-[:GIVES]->(gift)
         WHERE giver.visibility IN $visible } END AS unnamed,
       head([(gift)-[:UNDER]->(scheme:SubsidyScheme) WHERE scheme.visibility IN $visible
         | {kind: 'SubsidyScheme', id: scheme.id, name: scheme.name}]) AS scheme,
       COLLECT { MATCH (gift)-[:TO]->(:Initiative)-[aim:CONTRIBUTES_TO]->(goal:Goal)
         WHERE aim.until IS NULL AND goal.visibility IN $visible
         RETURN DISTINCT {kind: 'Goal', id: goal.id, name: goal.name} AS goal ORDER BY goal.name } AS goals
