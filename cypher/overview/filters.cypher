// The choices of the filters of the overview, each with how many goals it holds.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
CALL {
  MATCH (goal:Goal)-[tag:HAS_THEME]->(:Theme)-[:NARROWER_THAN*0..4]->(theme:Theme)
  WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND goal.visibility IN $visible
    AND theme.visibility IN $visible
    AND (goal.until IS NULL OR goal.until > $on)
  RETURN 'theme' AS filter, theme.id AS value, theme.name AS name, count(DISTINCT goal) AS goals
  UNION
  MATCH (goal:Goal)<-[work:CONTRIBUTES_TO]-(each:Initiative)-[place:LOCATED_IN]->(:Area)-[:PART_OF*0..4]->(area:Area)
  WHERE NOT coalesce(work.since > $on OR work.until <= $on, false)
    AND NOT coalesce(place.since > $on OR place.until <= $on, false) AND goal.visibility IN $visible
      AND each.visibility IN $visible
    AND area.visibility IN $visible AND area.level <> 'municipality' AND (goal.until IS NULL OR goal.until > $on)
  RETURN 'area' AS filter, area.id AS value, area.name AS name, count(DISTINCT goal) AS goals
}
RETURN filter AS filter, value AS value, name AS name, goals AS goals
ORDER BY filter, toLower(name), value
