// One interaction with whom it was about and who had it.
// $id: string — the interaction
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
MATCH (interaction:Interaction {id: $id})
WHERE interaction.visibility IN $visible AND ($past IS NULL OR coalesce(interaction.happened_on <= $past, true))
WITH interaction,
     CASE WHEN $past IS NULL OR coalesce(interaction.next_done_on <= $past, true) THEN interaction.next_done_on END AS done_on
RETURN interaction.id AS id, interaction.version AS version, interaction.until AS until,
       interaction.name AS name,
       interaction.interaction_kind AS interaction_kind, interaction.description AS description,
       interaction.happened_on AS happened_on, interaction.next_step AS next_step, interaction.next_on AS next_on,
       done_on AS next_done_on,
       COLLECT { MATCH (interaction)-[link:ABOUT]->(what:Record)
         WHERE NOT coalesce(link.until <= $on, false) AND what.visibility IN $visible
         RETURN {kind: [label IN labels(what) WHERE label <> 'Record'][0], id: what.id, name: what.name}
         ORDER BY what.name } AS about,
       COLLECT { MATCH (interaction)<-[link:HELD]-(who:Person) WHERE NOT coalesce(link.until <= $on, false) AND who.visibility IN $visible
         RETURN {kind: 'Person', id: who.id, name: who.name} ORDER BY who.name } AS holders
