// The choices of the filters of the list where nothing is chosen: how many initiatives each has, counted up to a limit.
// $visible: list of string — visibilities the reader may see
// $on: date — the day that is shown
// $not_yet: list of string — what was not there yet on that day
// $shown: list of string — visibilities to count
// $statuses: list of string — the statuses there are
// $most: integer — count no further than this
CALL () {
  MATCH (theme:Theme)
  WHERE theme.visibility IN $visible
  CALL (theme) {
    MATCH (initiative:Initiative)-[tag:HAS_THEME]->(:Theme)-[up:NARROWER_THAN*0..4]->(theme)
    WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND initiative.visibility IN $visible
      AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
      AND (initiative.until IS NULL OR initiative.until > $on) AND NOT initiative.id IN $not_yet
    WITH DISTINCT initiative LIMIT $most
    RETURN count(initiative) AS initiatives
  }
  RETURN 'theme' AS filter, theme.id AS value, theme.name AS name, initiatives
  UNION ALL
  MATCH (area:Area)
  WHERE area.visibility IN $visible
  CALL (area) {
    MATCH (initiative:Initiative)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(area)
    WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND initiative.visibility IN $visible
      AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
      AND (initiative.until IS NULL OR initiative.until > $on) AND NOT initiative.id IN $not_yet
    WITH DISTINCT initiative LIMIT $most
    RETURN count(initiative) AS initiatives
  }
  RETURN 'area' AS filter, area.id AS value, area.name AS name, initiatives
  UNION ALL
  UNWIND $statuses AS status
  CALL (status) {
    MATCH (initiative:Initiative {status: status})
    WHERE initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
      AND NOT initiative.id IN $not_yet
    WITH initiative LIMIT $most
    RETURN count(initiative) AS initiatives
  }
  RETURN 'status' AS filter, status AS value, status AS name, initiatives
  UNION ALL
  UNWIND $shown AS shown
  CALL (shown) {
    MATCH (initiative:Initiative)
    WHERE initiative.visibility = shown AND (initiative.until IS NULL OR initiative.until > $on)
      AND NOT initiative.id IN $not_yet
    WITH initiative LIMIT $most
    RETURN count(initiative) AS initiatives
  }
  RETURN 'visibility' AS filter, shown AS value, shown AS name, initiatives
}
WITH filter, value, name, initiatives
WHERE initiatives > 0
RETURN filter AS filter, value AS value, name AS name, initiatives AS initiatives
ORDER BY filter, toLower(name), value
