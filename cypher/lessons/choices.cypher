// The choices of the filters of the list: how many lessons it would show with each, given the other filters.
// $visible: list of string — visibilities the reader may see
// $past: date or null — the earlier day that is shown; null for today
// $on: date — the day
// $kind: string or null — stimulus, obstacle or tip
// $phase: string or null — the phase in which it is of use
// $theme: string or null — a theme, with the narrower ones
// $limit: integer — tell no higher number than one more than this
MATCH (lesson:Lesson)
WHERE lesson.visibility IN $visible AND (lesson.until IS NULL OR lesson.until > $on)
  AND ($past IS NULL OR NOT EXISTS { (lesson)<-[:LEARNED]-() }
    OR EXISTS { MATCH (lesson)<-[learned:LEARNED]-() WHERE NOT coalesce(learned.since > $past, false) })
WITH lesson,
     $kind IS NULL OR coalesce(lesson.lesson_kind = $kind, false) AS fits_kind,
     $phase IS NULL OR coalesce(lesson.phase = $phase, false) AS fits_phase,
     $theme IS NULL OR EXISTS {
       MATCH (lesson)-[tag:HAS_THEME]->(:Theme) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (:Theme {id: $theme})
       WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) } AS fits_theme
WITH collect({lesson: lesson, kind: fits_kind, phase: fits_phase, theme: fits_theme}) AS found
CALL (found) {
  UNWIND [each IN found WHERE each.phase AND each.theme | each.lesson] AS lesson
  WITH lesson WHERE lesson.lesson_kind IS NOT NULL
  RETURN 'kind' AS filter, lesson.lesson_kind AS value, lesson.lesson_kind AS name, count(lesson) AS lessons
  UNION ALL
  UNWIND [each IN found WHERE each.kind AND each.theme | each.lesson] AS lesson
  WITH lesson WHERE lesson.phase IS NOT NULL
  RETURN 'phase' AS filter, lesson.phase AS value, lesson.phase AS name, count(lesson) AS lessons
  UNION ALL
  UNWIND [each IN found WHERE each.kind AND each.phase | each.lesson] AS lesson
  MATCH (lesson)-[tag:HAS_THEME]->(first:Theme) WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
  WITH first, collect(lesson) AS lessons
  MATCH (first) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (theme:Theme) WHERE theme.visibility IN $visible
  UNWIND lessons AS lesson
  RETURN 'theme' AS filter, theme.id AS value, theme.name AS name, count(DISTINCT lesson) AS lessons
  UNION ALL // what is chosen stays a choice where nothing is left of it
  UNWIND [['kind', $kind], ['phase', $phase]] AS chosen
  WITH chosen WHERE chosen[1] IS NOT NULL
  RETURN chosen[0] AS filter, chosen[1] AS value, chosen[1] AS name, 0 AS lessons
  UNION ALL
  MATCH (theme:Theme {id: $theme}) WHERE theme.visibility IN $visible
  RETURN 'theme' AS filter, theme.id AS value, theme.name AS name, 0 AS lessons
}
WITH filter, value, name, max(lessons) AS lessons
RETURN filter AS filter, value AS value, name AS name,
       CASE WHEN lessons > $limit THEN $limit + 1 ELSE lessons END AS found
ORDER BY filter, toLower(name), value
