// How many initiatives were given something under one scheme, or asked for it.
// $id: string — the scheme
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
// $limit: integer — count no further
MATCH (:SubsidyScheme {id: $id})<-[under:UNDER WHERE NOT coalesce(under.until <= $on, false)]-(gift:Contribution)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(initiative:Initiative)
WHERE gift.visibility IN $visible AND initiative.visibility IN $visible
  AND ($past IS NULL OR NOT (coalesce(gift.asked_on > $past, gift.granted_on > $past, gift.year > $past.year, false)
    AND coalesce(gift.granted_on > $past, gift.asked_on > $past, true)))
WITH DISTINCT initiative LIMIT $limit
RETURN count(initiative) AS total
