// How many lessons a selection has.
// $visible: list of string — visibilities the reader may see
// $kind: string or null — stimulus, obstacle or tip
// $phase: string or null — the phase in which it is of use
// $theme: string or null — a theme, with the narrower ones
// $limit: integer — count no further than this
MATCH (lesson:Lesson)
WHERE lesson.visibility IN $visible AND lesson.until IS NULL
  AND ($kind IS NULL OR lesson.lesson_kind = $kind) AND ($phase IS NULL OR lesson.phase = $phase)
  AND ($theme IS NULL OR EXISTS {
    MATCH (lesson)-[tag:HAS_THEME]->(:Theme)-[:NARROWER_THAN*0..4]->(:Theme {id: $theme}) WHERE tag.until IS NULL })
WITH lesson LIMIT $limit
RETURN count(lesson) AS total
