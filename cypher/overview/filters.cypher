// The choices of the filters of the overview, each with how many goals it holds.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (goal:Goal)
WHERE goal.visibility IN $visible AND (goal.until IS NULL OR goal.until > $on)
  AND (NOT EXISTS { (goal)-[:DERIVED_FROM]->(:PolicyNote) } OR EXISTS {
    MATCH (goal)-[stands:DERIVED_FROM]->(:PolicyNote) WHERE stands.since IS NULL OR stands.since <= $on })
WITH collect(goal) AS shown
CALL (shown) {
  UNWIND shown AS goal
  MATCH (goal)-[tag:HAS_THEME]->(first:Theme)
  WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
  WITH first, collect(DISTINCT goal) AS goals
  MATCH (first)-[up:NARROWER_THAN*0..4]->(theme:Theme) WHERE theme.visibility IN $visible
    AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  UNWIND goals AS goal
  RETURN 'theme' AS filter, theme.id AS value, theme.name AS name, count(DISTINCT goal) AS goals
  UNION
  UNWIND shown AS goal
  MATCH (goal)<-[work:CONTRIBUTES_TO]-(each:Initiative)-[place:LOCATED_IN]->(first:Area)
  WHERE NOT coalesce(work.since > $on OR work.until <= $on, false)
    AND NOT coalesce(place.since > $on OR place.until <= $on, false)
    AND each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
  WITH first, collect(DISTINCT goal) AS goals
  MATCH (first)-[up:PART_OF*0..4]->(area:Area) WHERE area.visibility IN $visible AND area.level <> 'municipality'
    AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  UNWIND goals AS goal
  RETURN 'area' AS filter, area.id AS value, area.name AS name, count(DISTINCT goal) AS goals
}
RETURN filter AS filter, value AS value, name AS name, goals AS goals
ORDER BY filter, toLower(name), value
