// The goals one initiative contributes to, with the notes in which they stand and how many initiatives do so.
// $id: string — the initiative
// $visible: list of string — visibilities the reader may see
// $on: date — the day it is shown of
MATCH (initiative:Initiative {id: $id})-[work:CONTRIBUTES_TO]->(goal:Goal)
WHERE NOT coalesce(work.since > $on OR work.until <= $on, false) AND goal.visibility IN $visible
RETURN {kind: 'Goal', id: goal.id, name: goal.name} AS mention,
       COUNT {
         MATCH (goal)<-[other:CONTRIBUTES_TO]-(each:Initiative)
         WHERE NOT coalesce(other.since > $on OR other.until <= $on, false) AND each.visibility IN $visible
       } AS initiatives,
       COLLECT {
         MATCH (goal)-[stands:DERIVED_FROM]->(note:PolicyNote)
         WHERE NOT coalesce(stands.since > $on OR stands.until <= $on, false) AND note.visibility IN $visible
         RETURN {mention: {kind: 'PolicyNote', id: note.id, name: note.name}, page: stands.page}
         ORDER BY note.name
       } AS notes
ORDER BY initiatives, goal.name, goal.id
