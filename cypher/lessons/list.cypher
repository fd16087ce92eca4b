// A selection of lessons, in the order asked for.
// $visible: list of string — visibilities the reader may see
// $id: string or null — only this one, also when it ended
// $past: date or null — the earlier day that is shown; null for today
// $on: date — the day
// $kind: string or null — stimulus, obstacle or tip
// $phase: string or null — the phase in which it is of use
// $theme: string or null — a theme, with the narrower ones
// $order: string — newest or name
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (lesson:Lesson)
WHERE lesson.visibility IN $visible AND ($id IS NOT NULL OR lesson.until IS NULL OR lesson.until > $on)
  AND ($past IS NULL OR NOT EXISTS { (lesson)<-[:LEARNED]-() }
    OR EXISTS { MATCH (lesson)<-[learned:LEARNED]-() WHERE NOT coalesce(learned.since > $past, false) }) AND ($id IS NULL OR lesson.id = $id)
  AND ($kind IS NULL OR lesson.lesson_kind = $kind) AND ($phase IS NULL OR lesson.phase = $phase)
  AND ($theme IS NULL OR EXISTS {
    MATCH (lesson)-[tag:HAS_THEME]->(:Theme) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (:Theme {id: $theme}) WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) })
WITH lesson
ORDER BY CASE WHEN $order = 'name' THEN toLower(lesson.name) END, CASE WHEN $order = 'newest' THEN lesson.created_at END DESC,
         lesson.id
SKIP $skip LIMIT $limit
RETURN lesson.id AS id, lesson.version AS version, lesson.visibility AS visibility, lesson.until AS until,
       coalesce(lesson.lang, 'nl') AS lang, lesson.name AS name, lesson.description AS description,
       lesson.lesson_kind AS lesson_kind, lesson.phase AS phase,
       COLLECT { MATCH (lesson)<-[link:LEARNED]-(of:Initiative) WHERE NOT coalesce(link.since > $on OR link.until <= $on, false) AND of.visibility IN $visible
         RETURN {kind: 'Initiative', id: of.id, name: of.name} ORDER BY of.name } AS initiatives,
       COLLECT { MATCH (lesson)-[tag:HAS_THEME]->(theme:Theme) WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND theme.visibility IN $visible
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name } AS themes
ORDER BY CASE WHEN $order = 'name' THEN toLower(lesson.name) END, CASE WHEN $order = 'newest' THEN lesson.created_at END DESC,
         lesson.id
