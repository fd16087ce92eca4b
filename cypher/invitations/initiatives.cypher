// Initiatives under way that touch the subject, with what they touch.
// $goals: list of string — ids, the trees included
// $themes: list of string — ids, the trees included
// $areas: list of string — ids, the trees included
// $visible: list of string — visibilities the reader may see
CALL () {
  UNWIND $goals AS goal_id
  MATCH (:Goal {id: goal_id})<-[link:CONTRIBUTES_TO]-(initiative:Initiative)
  WHERE link.until IS NULL
  RETURN initiative, goal_id AS touched
  UNION ALL
  UNWIND $themes AS theme_id
  MATCH (:Theme {id: theme_id})<-[link:HAS_THEME]-(initiative:Initiative)
  WHERE link.until IS NULL
  RETURN initiative, theme_id AS touched
  UNION ALL
  UNWIND $areas AS area_id
  MATCH (:Area {id: area_id})<-[link:LOCATED_IN]-(initiative:Initiative)
  WHERE link.until IS NULL
  RETURN initiative, area_id AS touched
}
WITH initiative, touched
WHERE initiative.visibility IN $visible AND initiative.until IS NULL
  AND coalesce(initiative.status, '') <> 'stopped'
RETURN initiative.id AS id, initiative.name AS name, collect(DISTINCT touched) AS touched
ORDER BY id
