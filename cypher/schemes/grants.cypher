// What each initiative was given under one scheme, or asked for and is not answered yet.
// $id: string — the scheme
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
// $step: string or null — only those that got (given), wait for an answer (asked) or got nothing (refused)
// $order: string — granted, asked, year (the last first) or name
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (:SubsidyScheme {id: $id})<-[under:UNDER WHERE NOT coalesce(under.until <= $on, false)]-(gift:Contribution)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(initiative:Initiative)
WHERE gift.visibility IN $visible AND initiative.visibility IN $visible
  AND ($past IS NULL OR NOT (coalesce(gift.asked_on > $past, gift.granted_on > $past, gift.refused_on > $past, gift.year > $past.year, false)
    AND coalesce(gift.granted_on > $past, gift.refused_on > $past, gift.asked_on > $past, true)))
WITH initiative, gift, CASE WHEN $past IS NULL OR coalesce(gift.granted_on <= $past, gift.refused_on <= $past, true) THEN gift END AS given
WITH initiative, gift, given, CASE WHEN given.amount_granted = 0 OR given.refused_on <= $on THEN 'refused'
         WHEN given.amount_granted > 0 OR given.granted_on IS NOT NULL THEN 'given' ELSE 'asked' END AS stage
WITH initiative, collect(stage) AS stages, sum(CASE stage WHEN 'given' THEN given.amount_granted END) AS granted, sum(gift.amount_asked) AS asked,
     count(gift) AS grants, max(coalesce(gift.year, given.granted_on.year, given.refused_on.year, gift.asked_on.year)) AS last_year
WITH initiative, granted, asked, grants, last_year, 'given' IN stages AS is_given, 'asked' IN stages AS is_asked
WHERE $step IS NULL OR CASE $step WHEN 'given' THEN is_given WHEN 'asked' THEN is_asked ELSE NOT is_given AND NOT is_asked END
RETURN {kind: 'Initiative', id: initiative.id, name: initiative.name} AS mention, granted AS granted, asked AS asked,
       grants AS grants, last_year AS last_year, is_given AS is_given, is_asked AS is_asked
ORDER BY CASE $order WHEN 'granted' THEN -granted WHEN 'asked' THEN -asked WHEN 'year' THEN -coalesce(last_year, 0) END,
  toLower(initiative.name), initiative.id
SKIP $skip LIMIT $limit
