// One goal with its place in the tree, its notes, themes and schemes.
// $id: string — the goal
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (goal:Goal {id: $id})
WHERE goal.visibility IN $visible
RETURN goal.id AS id, goal.visibility AS visibility, goal.until AS until,
       coalesce(goal.lang, 'nl') AS lang, goal.name AS name,
       goal.level AS level, goal.code AS code, goal.description AS description,
       coalesce(goal.open_for_contribution, false) AS open_for_contribution,
       COLLECT { MATCH path = (goal)-[:PART_OF*1..6]->(above:Goal)
         WHERE above.visibility IN $visible AND all(step IN relationships(path)
           WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
         RETURN {kind: 'Goal', id: above.id, name: above.name} ORDER BY length(path) DESC } AS above,
       COLLECT { MATCH (goal)<-[part:PART_OF]-(below:Goal)
         WHERE NOT coalesce(part.since > $on OR part.until <= $on, false) AND below.visibility IN $visible
           AND (below.until IS NULL OR below.until > $on)
         RETURN {kind: 'Goal', id: below.id, name: below.name, initiatives: COUNT {
           MATCH (below)<-[work:CONTRIBUTES_TO]-(each:Initiative)
           WHERE NOT coalesce(work.since > $on OR work.until <= $on, false) AND each.visibility IN $visible
             AND (each.until IS NULL OR each.until > $on) }}
         ORDER BY below.code, below.name } AS below,
       COLLECT { MATCH (goal)-[tag:HAS_THEME]->(theme:Theme)
         WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND theme.visibility IN $visible
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name } AS themes,
       COLLECT { MATCH (goal)<-[aim:SERVES]-(scheme:SubsidyScheme)
         WHERE NOT coalesce(aim.since > $on OR aim.until <= $on, false) AND scheme.visibility IN $visible
         RETURN {kind: 'SubsidyScheme', id: scheme.id, name: scheme.name} ORDER BY scheme.name } AS schemes,
       COLLECT { MATCH (goal)-[stands:DERIVED_FROM]->(note:PolicyNote)
         WHERE NOT coalesce(stands.since > $on OR stands.until <= $on, false) AND note.visibility IN $visible
         RETURN {mention: {kind: 'PolicyNote', id: note.id, name: note.name}, page: stands.page,
                 adopted_by: head([(note)-[adopts:ADOPTED_BY WHERE NOT coalesce(adopts.until <= $on, false)]->(body:Body) WHERE body.visibility IN $visible
                                   | {kind: 'Body', id: body.id, name: body.name}])} ORDER BY note.name } AS notes
