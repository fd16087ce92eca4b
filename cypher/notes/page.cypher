// One policy note with the goals that stand in it, in order of page.
// $id: string — the note
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
MATCH (note:PolicyNote {id: $id})
WHERE note.visibility IN $visible AND ($past IS NULL OR coalesce(note.adopted_on <= $past, true))
RETURN note.id AS id, note.visibility AS visibility, note.until AS until,
       coalesce(note.lang, 'nl') AS lang, note.name AS name,
       note.description AS description, note.adopted_on AS adopted_on, note.url AS url,
       COLLECT { MATCH (note)-[adopts:ADOPTED_BY WHERE NOT coalesce(adopts.until <= $on, false)]->(body:Body) WHERE body.visibility IN $visible
         RETURN {kind: 'Body', id: body.id, name: body.name} ORDER BY body.name } AS adopted_by,
       COLLECT { MATCH (note)-[tag:HAS_THEME]->(theme:Theme) WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND theme.visibility IN $visible
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name } AS themes,
       COLLECT { MATCH (note)<-[stands:DERIVED_FROM]-(goal:Goal)
         WHERE NOT coalesce(stands.since > $on OR stands.until <= $on, false) AND goal.visibility IN $visible AND (goal.until IS NULL OR goal.until > $on)
         RETURN {mention: {kind: 'Goal', id: goal.id, name: goal.name}, page: stands.page, initiatives: COUNT {
           MATCH (goal)<-[work:CONTRIBUTES_TO]-(each:Initiative)
           WHERE NOT coalesce(work.since > $on OR work.until <= $on, false) AND each.visibility IN $visible AND (each.until IS NULL OR each.until > $on) }}
         ORDER BY stands.page, goal.code, goal.name LIMIT 500 } AS goals
