// What belongs to a few goals: the notes they stand in, who works at them already or did, and the schemes still open.
// $ids: list of string — goals
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — how many initiatives of each
UNWIND $ids AS goal_id
MATCH (goal:Goal {id: goal_id})
WHERE goal.visibility IN $visible
RETURN goal_id AS id,
       COLLECT { MATCH (goal)-[stands:DERIVED_FROM]->(note:PolicyNote)
         WHERE stands.until IS NULL AND note.visibility IN $visible
         RETURN {mention: {kind: 'PolicyNote', id: note.id, name: note.name}, page: stands.page,
                 adopted_by: head([(note)-[adopts:ADOPTED_BY WHERE NOT coalesce(adopts.until <= $on, false)]->(body:Body) WHERE body.visibility IN $visible
                                   | {kind: 'Body', id: body.id, name: body.name}])} ORDER BY note.name } AS notes,
       COLLECT { MATCH (goal)<-[work:CONTRIBUTES_TO]-(initiative:Initiative)
         WHERE work.until IS NULL AND initiative.visibility IN $visible
           AND (initiative.until IS NULL OR initiative.until > $on) AND coalesce(initiative.status, '') <> 'stopped'
         RETURN {kind: 'Initiative', id: initiative.id, name: initiative.name, detail: initiative.summary}
         ORDER BY initiative.name, initiative.id LIMIT $limit } AS initiatives,
       COUNT { MATCH (goal)<-[work:CONTRIBUTES_TO]-(initiative:Initiative)
         WHERE work.until IS NULL AND initiative.visibility IN $visible
           AND (initiative.until IS NULL OR initiative.until > $on) AND coalesce(initiative.status, '') <> 'stopped' } AS initiatives_in_all,
       COLLECT { MATCH (goal)<-[aim:SERVES]-(scheme:SubsidyScheme)
         WHERE aim.until IS NULL AND scheme.visibility IN $visible AND (scheme.until IS NULL OR scheme.until > $on)
           AND (scheme.deadline IS NULL OR scheme.deadline >= $on)
         RETURN {mention: {kind: 'SubsidyScheme', id: scheme.id, name: scheme.name}, deadline: scheme.deadline}
         ORDER BY scheme.deadline, scheme.name } AS schemes
ORDER BY id
