// What others learned that is of use in the phase of one initiative; first what shares most themes and goals with it,
// by a theme of the lesson itself, or by a theme or goal of who learned it.
// $id: string — the initiative
// $visible: list of string — visibilities the reader may see
// $limit: integer — at most this many
MATCH (initiative:Initiative {id: $id})
WITH initiative,
     COLLECT { MATCH (initiative)-[own:HAS_THEME]->(theme:Theme)
       WHERE own.until IS NULL AND theme.visibility IN $visible RETURN theme } AS themes,
     COLLECT { MATCH (initiative)-[own:CONTRIBUTES_TO]->(goal:Goal)
       WHERE own.until IS NULL AND goal.visibility IN $visible RETURN goal } AS goals
MATCH (lesson:Lesson {phase: initiative.status})
WHERE lesson.visibility IN $visible AND lesson.until IS NULL
  AND NOT EXISTS { MATCH (initiative)-[learned:LEARNED]->(lesson) WHERE learned.until IS NULL }
WITH lesson, COUNT {
       MATCH (lesson)-[tag:HAS_THEME]->(theme:Theme)
       WHERE tag.until IS NULL AND theme IN themes
       RETURN theme AS both
       UNION
       MATCH (lesson)<-[learned:LEARNED]-(of:Initiative)-[tag:HAS_THEME]->(theme:Theme)
       WHERE learned.until IS NULL AND of.visibility IN $visible AND tag.until IS NULL AND theme IN themes
       RETURN theme AS both
       UNION
       MATCH (lesson)<-[learned:LEARNED]-(of:Initiative)-[work:CONTRIBUTES_TO]->(goal:Goal)
       WHERE learned.until IS NULL AND of.visibility IN $visible AND work.until IS NULL AND goal IN goals
       RETURN goal AS both
     } AS shared
WHERE shared > 0
WITH lesson, shared ORDER BY shared DESC, lesson.id LIMIT $limit
RETURN lesson.id AS id, lesson.version AS version, lesson.visibility AS visibility, lesson.until AS until,
       coalesce(lesson.lang, 'nl') AS lang, lesson.name AS name, lesson.description AS description,
       lesson.lesson_kind AS lesson_kind, lesson.phase AS phase,
       COLLECT { MATCH (lesson)<-[link:LEARNED]-(of:Initiative) WHERE link.until IS NULL AND of.visibility IN $visible
         RETURN {kind: 'Initiative', id: of.id, name: of.name} ORDER BY of.name } AS initiatives,
       COLLECT { MATCH (lesson)-[tag:HAS_THEME]->(theme:Theme) WHERE tag.until IS NULL AND theme.visibility IN $visible
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name } AS themes
ORDER BY shared DESC, id
