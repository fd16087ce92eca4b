// What one initiative learned.
// $id: string — the initiative
// $visible: list of string — visibilities the reader may see
MATCH (:Initiative {id: $id})-[learned:LEARNED]->(lesson:Lesson)
WHERE learned.until IS NULL AND lesson.visibility IN $visible AND lesson.until IS NULL
RETURN lesson.id AS id, lesson.version AS version, lesson.visibility AS visibility,
       coalesce(lesson.lang, 'nl') AS lang, lesson.name AS name, lesson.description AS description,
       lesson.lesson_kind AS lesson_kind, lesson.phase AS phase, [] AS initiatives, [] AS themes
ORDER BY lesson.created_at DESC, id
