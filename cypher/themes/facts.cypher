// One theme with the broader and narrower ones, and how many initiatives it has with those below it.
// $id: string — the theme
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (theme:Theme {id: $id})
WHERE theme.visibility IN $visible
RETURN theme.id AS id, theme.visibility AS visibility, theme.until AS until,
       coalesce(theme.lang, 'nl') AS lang, theme.name AS name,
       theme.description AS description,
       COLLECT { MATCH path = (theme)-[:NARROWER_THAN*1..4]->(above:Theme)
         WHERE above.visibility IN $visible AND all(step IN relationships(path) WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
         WITH above, max(length(path)) AS steps ORDER BY toLower(above.name), above.id
         WITH steps, collect({kind: 'Theme', id: above.id, name: above.name}) AS level
         RETURN level ORDER BY steps DESC } AS above,
       COLLECT { MATCH (theme)<-[step:NARROWER_THAN]-(below:Theme)
         WHERE NOT coalesce(step.since > $on OR step.until <= $on, false) AND below.visibility IN $visible
         RETURN {kind: 'Theme', id: below.id, name: below.name, initiatives: COUNT {
           MATCH (below) ((:Theme)<-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]-(:Theme)){0,4} (:Theme)<-[tag:HAS_THEME]-(each:Initiative)
           WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
           RETURN DISTINCT each }}
         ORDER BY below.name } AS below,
       COUNT {
         MATCH (theme) ((:Theme)<-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]-(:Theme)){0,4} (:Theme)<-[tag:HAS_THEME]-(each:Initiative)
         WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
         RETURN DISTINCT each } AS initiatives
