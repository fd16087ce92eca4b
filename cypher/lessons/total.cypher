// How many lessons a selection has.
// $visible: list of string — visibilities the reader may see
// $past: date or null — the earlier day that is shown; null for today
// $on: date — the day
// $kind: string or null — stimulus, obstacle or tip
// $phase: string or null — the phase in which it is of use
// $theme: string or null — a theme, with the narrower ones
// $limit: integer — count no further than this
MATCH (lesson:Lesson)
WHERE lesson.visibility IN $visible AND (lesson.until IS NULL OR lesson.until > $on)
  AND ($past IS NULL OR NOT EXISTS { (lesson)<-[:LEARNED]-() }
    OR EXISTS { MATCH (lesson)<-[learned:LEARNED]-() WHERE NOT coalesce(learned.since > $past, false) })
  AND ($kind IS NULL OR lesson.lesson_kind = $kind) AND ($phase IS NULL OR lesson.phase = $phase)
  AND ($theme IS NULL OR EXISTS {
    MATCH (lesson)-[tag:HAS_THEME]->(:Theme) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (:Theme {id: $theme}) WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) })
WITH lesson LIMIT $limit
RETURN count(lesson) AS total
