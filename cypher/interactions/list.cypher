// Interactions: of one record, of one person, or all; open next steps first, or by the day they happened.
// $visible: list of string — visibilities the reader may see
// $past: date or null — the earlier day that is shown; null for today
// $about: string or null — only those about this record
// $holder: string or null — only those that this person had
// $kind: string or null — note, call, visit or mail
// $step: string or null — open, late, done or none
// $on: date — the day
// $order: string — step, newest or oldest
// $skip: integer — rows before this page
// $limit: integer — rows on this page
CALL () {
  MATCH (:Record {id: $about})<-[link:ABOUT WHERE NOT coalesce(link.until <= $on, false)]-(interaction:Interaction)
  WHERE $holder IS NULL OR EXISTS { (:Person {id: $holder})-[held:HELD WHERE NOT coalesce(held.until <= $on, false)]->(interaction) }
  RETURN interaction
  UNION
  MATCH (:Person {id: $holder})-[held:HELD WHERE NOT coalesce(held.until <= $on, false)]->(interaction:Interaction)
  WHERE $about IS NULL
  RETURN interaction
  UNION
  MATCH (interaction:Interaction)
  WHERE $about IS NULL AND $holder IS NULL
  RETURN interaction
}
WITH interaction, CASE WHEN $past IS NULL OR coalesce(interaction.next_done_on <= $past, true) THEN interaction.next_done_on END AS done_on
WITH interaction, done_on, interaction.next_step IS NOT NULL AND done_on IS NULL AS open
WHERE interaction.visibility IN $visible AND ($past IS NULL OR coalesce(interaction.happened_on <= $past, true))
  AND ($kind IS NULL OR interaction.interaction_kind = $kind)
  AND CASE $step WHEN 'open' THEN open WHEN 'late' THEN open AND coalesce(interaction.next_on < $on, false)
    WHEN 'done' THEN done_on IS NOT NULL WHEN 'none' THEN interaction.next_step IS NULL ELSE true END
WITH interaction, done_on, open,
     CASE WHEN $order = 'step' THEN CASE WHEN open THEN 0 ELSE 1 END ELSE 0 END AS rank,
     CASE WHEN $order = 'step' AND open THEN interaction.next_on WHEN $order = 'oldest' THEN interaction.happened_on END AS early
ORDER BY rank, early, interaction.happened_on DESC, interaction.id DESC
SKIP $skip LIMIT $limit
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
ORDER BY rank, early, interaction.happened_on DESC, interaction.id DESC
