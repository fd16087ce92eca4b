// The choices of the filters of the list where nothing is chosen: how many initiatives each has, counted up to a limit.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $statuses: list of string — the statuses there are
// $most: integer — count no further than this
CALL () {
  MATCH (theme:Theme)
  WHERE theme.visibility IN $visible
  CALL (theme) {
    MATCH (initiative:Initiative)-[tag:HAS_THEME]->(:Theme)-[:NARROWER_THAN*0..4]->(theme)
    WHERE tag.until IS NULL AND initiative.visibility IN $visible
      AND (initiative.until IS NULL OR initiative.until > $on)
    WITH DISTINCT initiative LIMIT $most
    RETURN count(initiative) AS initiatives
  }
  RETURN 'theme' AS filter, theme.id AS value, theme.name AS name, initiatives
  UNION ALL
  MATCH (area:Area)
  WHERE area.visibility IN $visible
  CALL (area) {
    MATCH (initiative:Initiative)-[place:LOCATED_IN]->(:Area)-[:PART_OF*0..4]->(area)
    WHERE place.until IS NULL AND initiative.visibility IN $visible
      AND (initiative.until IS NULL OR initiative.until > $on)
    WITH DISTINCT initiative LIMIT $most
    RETURN count(initiative) AS initiatives
  }
  RETURN 'area' AS filter, area.id AS value, area.name AS name, initiatives
  UNION ALL
  UNWIND $statuses AS status
  CALL (status) {
    MATCH (initiative:Initiative {status: status})
    WHERE initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
    WITH initiative LIMIT $most
    RETURN count(initiative) AS initiatives
  }
  RETURN 'status' AS filter, status AS value, status AS name, initiatives
}
WITH filter, value, name, initiatives
WHERE initiatives > 0
RETURN filter AS filter, value AS value, name AS name, initiatives AS initiatives
ORDER BY filter, toLower(name), value
