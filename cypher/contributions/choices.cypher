// The choices of the filters of the list: how many contributions it would show with each, given the other filters.
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
WITH gift, stage, year, [miss IN [
       CASE WHEN NOT ($kind IS NULL OR coalesce(gift.contribution_kind, '') = $kind) THEN 'kind' END,
       CASE WHEN NOT ($stage IS NULL OR stage = $stage) THEN 'stage' END,
       CASE WHEN NOT ($year IS NULL OR coalesce(year, 0) = $year) THEN 'year' END,
       CASE WHEN NOT ($scheme IS NULL OR EXISTS { (gift)-[under:UNDER WHERE NOT coalesce(under.until <= $on, false)]->(:SubsidyScheme {id: $scheme}) }) THEN 'scheme' END,
       CASE WHEN NOT ($theme IS NULL OR EXISTS {
    MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:HAS_THEME WHERE NOT coalesce(link.since > $on OR link.until <= $on, false)]->(:Theme)
      ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (:Theme {id: $theme}) }) THEN 'theme' END,
       CASE WHEN NOT ($area IS NULL OR EXISTS {
    MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:LOCATED_IN WHERE NOT coalesce(link.since > $on OR link.until <= $on, false)]->(:Area)
      ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (:Area {id: $area}) }) THEN 'area' END,
       CASE WHEN NOT ($goal IS NULL OR EXISTS {
    MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:CONTRIBUTES_TO WHERE NOT coalesce(link.since > $on OR link.until <= $on, false)]->(:Goal)
      ((:Goal)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Goal)){0,4} (:Goal {id: $goal}) }) THEN 'goal' END
     ] WHERE miss IS NOT NULL] AS misses
WHERE size(misses) < 2
WITH collect({gift: gift, kind: gift.contribution_kind, stage: stage, year: year, misses: misses}) AS found
CALL (found) {
  UNWIND found AS each
  UNWIND [['kind', each.kind], ['stage', each.stage], ['year', each.year]] AS pair
  WITH each, pair[0] AS filter, pair[1] AS value
  WHERE value IS NOT NULL AND all(miss IN each.misses WHERE miss = filter)
  RETURN filter, toString(value) AS value, toString(value) AS name, count(*) AS contributions
  UNION ALL
  UNWIND [each IN found WHERE all(miss IN each.misses WHERE miss = 'scheme') | each.gift] AS gift
  MATCH (gift)-[under:UNDER WHERE NOT coalesce(under.until <= $on, false)]->(end:SubsidyScheme) WHERE end.visibility IN $visible
  RETURN 'scheme' AS filter, end.id AS value, end.name AS name, count(DISTINCT gift) AS contributions
  UNION ALL
  UNWIND [each IN found WHERE all(miss IN each.misses WHERE miss = 'theme') | each.gift] AS gift
  MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:HAS_THEME]->(first:Theme) WHERE NOT coalesce(link.since > $on OR link.until <= $on, false)
  WITH first, collect(gift) AS gifts
  MATCH (first) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (end:Theme) WHERE end.visibility IN $visible
  UNWIND gifts AS gift
  RETURN 'theme' AS filter, end.id AS value, end.name AS name, count(DISTINCT gift) AS contributions
  UNION ALL
  UNWIND [each IN found WHERE all(miss IN each.misses WHERE miss = 'area') | each.gift] AS gift
  MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:LOCATED_IN]->(first:Area) WHERE NOT coalesce(link.since > $on OR link.until <= $on, false)
  WITH first, collect(gift) AS gifts
  MATCH (first) ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (end:Area) WHERE end.visibility IN $visible
  UNWIND gifts AS gift
  RETURN 'area' AS filter, end.id AS value, end.name AS name, count(DISTINCT gift) AS contributions
  UNION ALL
  UNWIND [each IN found WHERE all(miss IN each.misses WHERE miss = 'goal') | each.gift] AS gift
  MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:CONTRIBUTES_TO]->(first:Goal) WHERE NOT coalesce(link.since > $on OR link.until <= $on, false)
  WITH first, collect(gift) AS gifts
  MATCH (first) ((:Goal)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Goal)){0,4} (end:Goal) WHERE end.visibility IN $visible
  UNWIND gifts AS gift
  RETURN 'goal' AS filter, end.id AS value, end.name AS name, count(DISTINCT gift) AS contributions
}
RETURN filter AS filter, value AS value, name AS name, contributions AS contributions
ORDER BY filter, CASE filter WHEN 'year' THEN -toInteger(value) END, toLower(name), value
