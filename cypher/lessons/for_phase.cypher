// What others learned that is of use in the phase of one initiative; first what shares most themes and goals with it.
// $id: string — the initiative
// $visible: list of string — visibilities the reader may see
// $limit: integer — at most this many
MATCH (initiative:Initiative {id: $id})
MATCH (lesson:Lesson {phase: initiative.status})
WHERE lesson.visibility IN $visible AND lesson.until IS NULL AND NOT EXISTS { (initiative)-[:LEARNED]->(lesson) }
WITH initiative, lesson, COUNT {
       MATCH (lesson)-[tag:HAS_THEME]->(theme:Theme)<-[own:HAS_THEME]-(initiative)
       WHERE tag.until IS NULL AND own.until IS NULL RETURN DISTINCT theme
     } + COUNT {
       MATCH (lesson)<-[:LEARNED]-(:Initiative)-[work:CONTRIBUTES_TO]->(goal:Goal)<-[own:CONTRIBUTES_TO]-(initiative)
       WHERE work.until IS NULL AND own.until IS NULL RETURN DISTINCT goal
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
