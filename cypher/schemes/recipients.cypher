// How many initiatives were given something under one scheme, or asked for it, and how many at each step.
// $id: string — the scheme
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
MATCH (:SubsidyScheme {id: $id})<-[under:UNDER WHERE NOT coalesce(under.until <= $on, false)]-(gift:Contribution)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(initiative:Initiative)
WHERE gift.visibility IN $visible AND initiative.visibility IN $visible
  AND ($past IS NULL OR NOT (coalesce(gift.asked_on > $past, gift.granted_on > $past, gift.refused_on > $past, gift.year > $past.year, false)
    AND coalesce(gift.granted_on > $past, gift.refused_on > $past, gift.asked_on > $past, true)))
WITH initiative, CASE WHEN $past IS NULL OR coalesce(gift.granted_on <= $past, gift.refused_on <= $past, true) THEN gift END AS given
WITH initiative, collect(CASE WHEN given.amount_granted = 0 OR given.refused_on <= $on THEN 'refused'
       WHEN given.amount_granted > 0 OR given.granted_on IS NOT NULL THEN 'given' ELSE 'asked' END) AS stages
RETURN count(*) AS every, count(CASE WHEN 'given' IN stages THEN 1 END) AS given,
       count(CASE WHEN 'asked' IN stages THEN 1 END) AS asked,
       count(CASE WHEN NOT 'given' IN stages AND NOT 'asked' IN stages THEN 1 END) AS refused
