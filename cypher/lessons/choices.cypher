// The choices of the filters of the list of lessons, each with how many lessons there are, whatever else is chosen.
// $visible: list of string — visibilities the reader may see
// $limit: integer — count no further than this
MATCH (lesson:Lesson)
WHERE lesson.visibility IN $visible AND lesson.until IS NULL
CALL (lesson) {
  WITH lesson WHERE lesson.lesson_kind IS NOT NULL
  RETURN 'kind' AS filter, lesson.lesson_kind AS value, lesson.lesson_kind AS name
  UNION
  WITH lesson WHERE lesson.phase IS NOT NULL
  RETURN 'phase' AS filter, lesson.phase AS value, lesson.phase AS name
  UNION
  MATCH (lesson)-[link:HAS_THEME]->(:Theme)-[:NARROWER_THAN*0..4]->(theme:Theme)
  WHERE link.until IS NULL AND theme.visibility IN $visible
  RETURN 'theme' AS filter, theme.id AS value, theme.name AS name
}
WITH filter, value, name, count(DISTINCT lesson) AS lessons
RETURN filter AS filter, value AS value, name AS name,
       CASE WHEN lessons > $limit THEN $limit + 1 ELSE lessons END AS found
ORDER BY filter, toLower(name), value
