// What each initiative was given under one scheme, most first.
// $id: string — the scheme
// $visible: list of string — visibilities the reader may see
// $limit: integer — how many
MATCH (:SubsidyScheme {id: $id})<-[:UNDER]-(gift:Contribution)-[:TO]->(initiative:Initiative)
WHERE gift.visibility IN $visible AND initiative.visibility IN $visible
WITH initiative, sum(gift.amount_granted) AS granted, count(gift) AS grants, max(gift.year) AS last_year
RETURN {kind: 'Initiative', id: initiative.id, name: initiative.name} AS mention, granted AS granted,
       grants AS grants, last_year AS last_year
ORDER BY granted DESC, toLower(initiative.name), initiative.id
LIMIT $limit
