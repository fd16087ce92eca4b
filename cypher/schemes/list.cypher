// Every subsidy scheme with its goals, themes, and what was given and asked under it.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — at most this many
MATCH (scheme:SubsidyScheme)
WHERE scheme.visibility IN $visible AND (scheme.until IS NULL OR scheme.until > $on)
OPTIONAL MATCH (scheme)<-[:UNDER]-(gift:Contribution)
  WHERE gift.visibility IN $visible AND NOT EXISTS { (gift)-[:TO]->(end) WHERE NOT end.visibility IN $visible }
WITH scheme, count(CASE WHEN gift.amount_granted > 0 OR (gift.granted_on IS NOT NULL AND gift.amount_granted IS NULL)
       THEN gift END) AS grants,
     count(CASE WHEN gift.amount_granted IS NULL AND gift.granted_on IS NULL THEN gift END) AS applications,
     coalesce(sum(gift.amount_granted), 0.0) AS granted
RETURN scheme.id AS id, scheme.name AS name, scheme.visibility AS visibility, scheme.ceiling AS ceiling,
       scheme.deadline AS deadline, scheme.joint_application AS joint_application,
       COLLECT { MATCH (scheme)-[aim:SERVES]->(goal:Goal) WHERE aim.until IS NULL AND goal.visibility IN $visible
         RETURN {kind: 'Goal', id: goal.id, name: goal.name} ORDER BY goal.name } AS goals,
       COLLECT { MATCH (scheme)-[tag:HAS_THEME]->(theme:Theme)
         WHERE tag.until IS NULL AND theme.visibility IN $visible
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name } AS themes,
       grants AS grants, applications AS applications, granted AS granted
ORDER BY toLower(scheme.name), scheme.id
LIMIT $limit
