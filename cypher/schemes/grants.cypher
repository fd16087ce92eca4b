// What each initiative was given under one scheme, or asked for and is not answered yet, most given first.
// $id: string — the scheme
// $visible: list of string — visibilities the reader may see
// $limit: integer — how many
MATCH (:SubsidyScheme {id: $id})<-[:UNDER]-(gift:Contribution)-[:TO]->(initiative:Initiative)
WHERE gift.visibility IN $visible AND initiative.visibility IN $visible
WITH initiative, CASE WHEN gift.amount_granted = 0 THEN 'refused'
         WHEN gift.amount_granted > 0 OR gift.granted_on IS NOT NULL THEN 'given' ELSE 'asked' END AS stage, gift
WITH initiative, collect(stage) AS stages, sum(gift.amount_granted) AS granted, sum(gift.amount_asked) AS asked,
     count(gift) AS grants, max(coalesce(gift.year, gift.granted_on.year, gift.asked_on.year)) AS last_year
RETURN {kind: 'Initiative', id: initiative.id, name: initiative.name} AS mention, granted AS granted, asked AS asked,
       grants AS grants, last_year AS last_year, 'given' IN stages AS is_given, 'asked' IN stages AS is_asked
ORDER BY granted DESC, toLower(initiative.name), initiative.id
LIMIT $limit
