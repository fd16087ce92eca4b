// One subsidy scheme with the goals it serves and the totals of what was given under it.
// $id: string — the scheme
// $visible: list of string — visibilities the reader may see
MATCH (scheme:SubsidyScheme {id: $id})
WHERE scheme.visibility IN $visible
OPTIONAL MATCH (scheme)<-[:UNDER]-(gift:Contribution)-[:TO]->(each:Initiative)
  WHERE gift.visibility IN $visible AND each.visibility IN $visible
WITH scheme, count(gift) AS grants, coalesce(sum(gift.amount_granted), 0.0) AS granted
RETURN scheme.id AS id, scheme.visibility AS visibility, coalesce(scheme.lang, 'nl') AS lang, scheme.name AS name,
       scheme.description AS description, scheme.ceiling AS ceiling, scheme.deadline AS deadline,
       scheme.joint_application AS joint_application, scheme.url AS url,
       COLLECT { MATCH (scheme)-[aim:SERVES]->(goal:Goal) WHERE aim.until IS NULL AND goal.visibility IN $visible
         RETURN {kind: 'Goal', id: goal.id, name: goal.name} ORDER BY goal.name } AS goals,
       COLLECT { MATCH (scheme)-[tag:HAS_THEME]->(theme:Theme)
         WHERE tag.until IS NULL AND theme.visibility IN $visible
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name } AS themes,
       grants AS grants, granted AS granted
