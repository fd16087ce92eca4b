// One subsidy scheme with the goals it serves and the totals of what was given and asked under it.
// $id: string — the scheme
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
MATCH (scheme:SubsidyScheme {id: $id})
WHERE scheme.visibility IN $visible
OPTIONAL MATCH (scheme)<-[under:UNDER WHERE NOT coalesce(under.until <= $on, false)]-(gift:Contribution)
  WHERE gift.visibility IN $visible AND NOT EXISTS { (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(end) WHERE NOT end.visibility IN $visible AND end.merged_into IS NULL }
    AND ($past IS NULL OR NOT (coalesce(gift.asked_on > $past, gift.granted_on > $past, gift.refused_on > $past, gift.year > $past.year, false)
      AND coalesce(gift.granted_on > $past, gift.refused_on > $past, gift.asked_on > $past, true)))
WITH scheme, gift, CASE WHEN $past IS NULL OR coalesce(gift.granted_on <= $past, gift.refused_on <= $past, true) THEN gift END AS given
WITH scheme, gift, given, CASE WHEN given.amount_granted = 0 OR given.refused_on <= $on THEN 'refused'
         WHEN given.amount_granted > 0 OR given.granted_on IS NOT NULL THEN 'given' ELSE 'asked' END AS stage
WITH scheme, count(CASE stage WHEN 'given' THEN gift END) AS grants,
     coalesce(sum(CASE stage WHEN 'given' THEN given.amount_granted END), 0.0) AS granted,
     count(CASE stage WHEN 'asked' THEN gift END) AS applications,
     coalesce(sum(CASE stage WHEN 'asked' THEN gift.amount_asked END), 0.0) AS applied
RETURN scheme.id AS id, scheme.visibility AS visibility, scheme.until AS until,
       coalesce(scheme.lang, 'nl') AS lang, scheme.name AS name,
       scheme.description AS description, scheme.ceiling AS ceiling, scheme.deadline AS deadline,
       scheme.joint_application AS joint_application, scheme.url AS url,
       COLLECT { MATCH (scheme)-[aim:SERVES]->(goal:Goal) WHERE NOT coalesce(aim.since > $on OR aim.until <= $on, false) AND goal.visibility IN $visible
         RETURN {kind: 'Goal', id: goal.id, name: goal.name} ORDER BY goal.name } AS goals,
       COLLECT { MATCH (scheme)-[tag:HAS_THEME]->(theme:Theme)
         WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND theme.visibility IN $visible
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name } AS themes,
       grants AS grants, granted AS granted, applications AS applications, applied AS applied
