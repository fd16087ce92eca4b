// What one initiative learned.
// $id: string — the initiative
// $visible: list of string — visibilities the reader may see
// $on: date — the day it is shown of
MATCH (:Initiative {id: $id})-[learned:LEARNED]->(lesson:Lesson)
WHERE NOT coalesce(learned.since > $on OR learned.until <= $on, false) AND lesson.visibility IN $visible
  AND coalesce(lesson.until > $on, true)
RETURN lesson.id AS id, lesson.version AS version, lesson.visibility AS visibility, lesson.until AS until,
       coalesce(lesson.lang, 'nl') AS lang, lesson.name AS name, lesson.description AS description,
       lesson.lesson_kind AS lesson_kind, lesson.phase AS phase, [] AS initiatives, [] AS themes
ORDER BY lesson.created_at DESC, id
