// How many contributions a selection has, with the euros asked for and granted.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
// $kind: string or null — a kind of contribution
// $stage: string or null — asked, given or refused
// $theme: string or null — a theme of the initiative, with the narrower ones
// $area: string or null — an area of the initiative, with those inside it
// $goal: string or null — a goal of the initiative, with those below it
// $year: integer or null — a year
// $scheme: string or null — a scheme
MATCH (gift:Contribution)
WHERE gift.visibility IN $visible AND NOT EXISTS { (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(end) WHERE NOT end.visibility IN $visible AND end.merged_into IS NULL }
  AND ($past IS NULL OR NOT (coalesce(gift.asked_on > $past, gift.granted_on > $past, gift.refused_on > $past, gift.year > $past.year, false)
    AND coalesce(gift.granted_on > $past, gift.refused_on > $past, gift.asked_on > $past, true)))
WITH gift, CASE WHEN $past IS NULL OR coalesce(gift.granted_on <= $past, gift.refused_on <= $past, true) THEN gift END AS given
WITH gift, given, CASE WHEN given.amount_granted = 0 OR given.refused_on <= $on THEN 'refused'
         WHEN given.amount_granted > 0 OR given.granted_on IS NOT NULL THEN 'given' ELSE 'asked' END AS stage,
     coalesce(gift.year, given.granted_on.year, given.refused_on.year, gift.asked_on.year) AS year
WHERE ($kind IS NULL OR gift.contribution_kind = $kind) AND ($stage IS NULL OR stage = $stage)
  AND ($year IS NULL OR year = $year)
  AND ($scheme IS NULL OR EXISTS { (gift)-[under:UNDER WHERE NOT coalesce(under.until <= $on, false)]->(:SubsidyScheme {id: $scheme}) })
  AND ($theme IS NULL OR EXISTS {
    MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:HAS_THEME]->(:Theme)
      ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (:Theme {id: $theme})
    WHERE NOT coalesce(link.since > $on OR link.until <= $on, false) })
  AND ($area IS NULL OR EXISTS {
    MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:LOCATED_IN]->(:Area)
      ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (:Area {id: $area})
    WHERE NOT coalesce(link.since > $on OR link.until <= $on, false) })
  AND ($goal IS NULL OR EXISTS {
    MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:CONTRIBUTES_TO]->(:Goal)
      ((:Goal)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Goal)){0,4} (:Goal {id: $goal})
    WHERE NOT coalesce(link.since > $on OR link.until <= $on, false) })
RETURN count(gift) AS contributions, coalesce(sum(gift.amount_asked), 0.0) AS asked,
       coalesce(sum(CASE stage WHEN 'given' THEN given.amount_granted END), 0.0) AS granted
